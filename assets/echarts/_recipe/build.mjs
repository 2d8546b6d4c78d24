// Writes ../echarts.min.js with its licences, VERSION and SHA256SUMS. The
// versions in package.json are exact, so the bytes are too.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const { version } = JSON.parse(readFileSync("node_modules/echarts/package.json", "utf8"));
const esbuild = JSON.parse(readFileSync("node_modules/esbuild/package.json", "utf8")).version;
await build({
  entryPoints: ["entry.js"],
  outfile: "../echarts.min.js",
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "ogiEcharts",
  target: "es2018",
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/*! Apache ECharts ${version}, parts of it; Apache-2.0, see LICENSE and NOTICE beside this file. */` },
});
const texts = {
  "LICENSE": "echarts/LICENSE",
  "LICENSE-d3": "echarts/licenses/LICENSE-d3",
  "LICENSE-tslib": "tslib/LICENSE.txt",
  "LICENSE-zrender": "zrender/LICENSE",
  "NOTICE": "echarts/NOTICE",
};
// Line ends as git keeps them, so that the sums hold in every clone.
for (const [name, from] of Object.entries(texts)) {
  writeFileSync(`../${name}`, readFileSync(`node_modules/${from}`, "utf8").replaceAll("\r\n", "\n"));
}
writeFileSync("../VERSION", `echarts ${version}\nesbuild ${esbuild}\n`);
const names = [...Object.keys(texts), "VERSION", "echarts.min.js"];
const sum = (name) => createHash("sha256").update(readFileSync(`../${name}`)).digest("hex");
writeFileSync("../SHA256SUMS", names.map((n) => `${sum(n)}  ${n}\n`).join(""));
