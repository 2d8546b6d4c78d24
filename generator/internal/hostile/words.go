package hostile

import "strings"

// words are texts that try something where a text of a report, a name or a note
// is shown. {run} and {short} are scripts, {load} is an address.
var words = []string{
	// tags, and ways out of where a text stands
	`<script>{run}</script>`,
	`</script><script>{run}</script>`,
	`--></script><script>{run}</script><!--`,
	`<!--<script>`,
	`]]><script>{run}</script>`,
	`</title></textarea></style></noscript></template></xmp><script>{run}</script>`,
	`"><img src=x onerror="{run}">`,
	`'><svg onload='{short}'>`,
	`" onmouseover="{short}" autofocus onfocus="{short}" x="`,
	"` onfocus=`{short}` autofocus",
	`<img src=x onerror={short}>`,
	`<img src={load}>`,
	`<img srcset="{load} 1x" src="{load}">`,
	`<details open ontoggle={short}>`,
	`<video autoplay src={load}><source onerror={short}></video>`,
	`<body onload={short} background={load}>`,
	`<input autofocus onfocus={short}>`,
	`<marquee onstart={short}>x</marquee>`,
	`<a href="javascript:{short}">点击</a>`,
	`<a href="&#106;ava&#9;script&colon;{short}">点击</a>`,
	`<a href="vbscript:msgbox(1)">点击</a>`,
	`<a href="data:text/html,<script>{short}</script>" target=_top>点击</a>`,
	`<iframe srcdoc="<script>parent.{short}</script>"></iframe>`,
	`<iframe src={load}></iframe><frameset><frame src={load}></frameset>`,
	`<object data={load}></object><embed src={load}><applet code={load}>`,
	`<link rel=stylesheet href={load}><link rel=preload as=image href={load}><link rel=dns-prefetch href={host}>`,
	`<base href={host}/x/><base target=_blank>`,
	`<meta http-equiv=refresh content="0;url={load}">`,
	`<meta http-equiv="refresh" content="0;javascript:{short}">`,
	`<form action={load} id=lang-en name=ogi><input name=attributes><button>x</button></form>`,
	`<style>@import '{load}';*{background:url({load});width:9999px!important}</style>`,
	`<div style="position:fixed;left:0;top:0;width:9000px;height:9000px;background:url({load})">x</div>`,
	`<svg><script>{short}</script><animate onbegin={short} attributeName=x></svg>`,
	`<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>{short}</script></svg>#x"/></svg>`,
	`<math><mtext><table><mglyph><style><img src=x onerror={short}></style></mglyph></table></mtext></math>`,
	`<noscript><p title="</noscript><img src=x onerror={short}>"></noscript>`,
	`<template shadowrootmode=open><script>{short}</script></template>`,
	`<plaintext><xmp><listing>`,
	`<script type=module>import '{load}'</script><script type=speculationrules>{"prefetch":[{"urls":["{load}"]}]}</script>`,
	`<scr<script>ipt>{short}</scr</script>ipt>`,
	`<ScRiPt/x>{short}</ScRiPt >`,
	"<script\x00>{short}</script\x00><img\x0csrc=x\x0conerror={short}>",
	`<!DOCTYPE x [<!ENTITY a SYSTEM "{load}">]><x>&a;</x>`,
	`<?xml-stylesheet href="{load}"?><?php system('x') ?>`,
	// written otherwise
	`&lt;script&gt;{run}&lt;/script&gt;`,
	`&amp;lt;script&amp;gt;{short}&amp;lt;/script&amp;gt;`,
	`&#60;script&#62;{short}&#x3c;/script&#x3e;&NewLine;&lpar;`,
	`\u003cscript\u003e{short}\u003c/script\u003e`,
	`\x3cscript\x3e{short}\x3c/script\x3e`,
	`%3Cscript%3E{short}%3C/script%3E`,
	`+ADw-script+AD4-{short}+ADw-/script+AD4-`,
	"\x1b$B<script>\x1b(B{short}</script>",
	`＜script＞{short}＜/script＞`,
	"<\u017fcript>{short}</\u017fcript>",
	// programs that fill in
	`{{.}}{{template "page" .}}{{define "x"}}{{end}}`,
	`{{constructor.constructor('{short}')()}}`,
	"${{short}}#{{short}}<%= {short} %>{% x %}[[${x}]]",
	`';{short};'`,
	`\";{short};//`,
	`*/{short};/*`,
	`"},"x":{"y":"</script><script>{short}</script>`,
	// Markdown
	`[点击](javascript:{short}) [点击](data:text/html;base64,PHNjcmlwdD4=) <javascript:{short}>`,
	`![图]({load}) [图]: {load} "x"`,
	`[a](<javascript:{short}> "x\" onmouseover=\"{short}")`,
	"```{=html}\n<script>{short}</script>\n```",
	`| --- | {load} | # > - * ~~~ ***`,
	// spreadsheets and terminals
	`=HYPERLINK("{load}","x")`,
	`=cmd|'/c calc'!A1`,
	`@SUM(1+1)*cmd|' /C calc'!A0`,
	`=WEBSERVICE("{load}")`,
	"\x1b[31m\x1b]0;x\x07\x1b]8;;{load}\x07\x08\x08\x7f",
	"\r\n::error file=x::{short}\r\n::set-output name=x::y",
	// addresses and names
	`javascript:{short}`,
	`data:text/html,<script>{short}</script>`,
	`{host}/load`,
	`{load}`,
	`file:///etc/passwd`,
	`../../../../../../etc/passwd`,
	`..\..\..\windows\win.ini`,
	`__proto__`,
	`constructor`,
	`con`,
	// signs that are not seen, and those that turn others around
	"\u202egpj.exe\u202c\u2067\u2066x\u202d",
	"\u0000\u0001\u0008\u000b\u001f\u0085\u2028\u2029",
	"\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e",
	"\xff\xfe\xc0\xbcscript\xc0\xbe{short}\xed\xa0\x80",
	"\ufffe\uffff\ue000\U000e0001\U0010ffff",
	"مكتب الشؤون القانونية <b>{short}</b> משרד",
	"👩‍👩‍👧‍👦🇨🇳🏳️‍🌈" + strings.Repeat("👨🏿‍🚀", 40),
	"a" + strings.Repeat("\u0301\u0489", 300),
	// lengths
	strings.Repeat("w", 3000),
	strings.Repeat("a\u00a0", 1500),
	strings.Repeat("9", 400) + "." + strings.Repeat("9", 400),
	strings.Repeat("_-", 1500),
	strings.Repeat("关于政府信息公开工作", 300),
	strings.Repeat("ﷺ", 400),
	strings.Repeat("<b>", 500),
	strings.Repeat("((((", 300),
	"1e999999 -0 NaN Infinity 0x7fffffff −１２３４５６７８９０１２３４５６７８９０",
}

// folders are names of folders above an agency.
var folders = []string{
	`<img src=x onerror={short}>`, `a"onmouseover="{short}`, "换\n::error::行", "\u202eevil\u202c", `&lt;b&gt;`, `a b#c?d=%2e`, `年报`,
	`👩‍👩‍👧`, `{{.}}`, strings.Repeat("长", 60), `javascript:{short}`, "\x1b[31m", `=1+1`, `__proto__`, `-rf`, `~`, `'`,
}

// folder is a name without what no folder may have.
func folder(s string) string { return strings.ReplaceAll(s, "/", "") }

// slugs are addresses that mean something to some program.
var slugs = []string{"constructor", "script", "a", "index", "x-" + strings.Repeat("w", 70), "tostring"}
