package personal_test

import (
	"strings"
	"testing"
	"time"

	"ogi/generator/form"
	"ogi/generator/internal/carrier"
	"ogi/generator/internal/specimen"
	"ogi/generator/personal"
	"ogi/generator/report"
)

func TestMaskHidesPersonalNumbersAndNoOthers(t *testing.T) {
	for in, want := range map[string]string{
		"身份证号11010519491231002X。":                                   "身份证号1*****************。",
		"统一编号110105194912310021":                                    "统一编号110105194912310021", // wrong check digit
		"身份证号110105194912310021":                                    "身份证号1*****************",
		"证件号 110105 19491231 002X":                                  "证件号 1***** ******** ****",
		"110105-19491231-002x":                                      "1*****-********-****",
		"１１０１０５１９４９１２３１００２Ｘ":                                        "１*****************",
		"11010519491231\n002X":                                      "1*************\n****",
		"身份证\n1\n1\n0\n1\n0\n5\n1\n9\n4\n9\n1\n2\n3\n1\n0\n0\n2\nX": "身份证\n1\n*\n*\n*\n*\n*\n*\n*\n*\n*\n*\n*\n*\n*\n*\n*\n*\n*",
		"张三三（身份证号11010519491231002X）":                               "张**（身份证号1*****************）",
		"电话13812345678、13987654321":                                 "电话1**********、1**********",
		"电话：１３８１２３４５６７８":                                            "电话：１**********",
		"138-1234-5678":                                             "1**-****-****",
		"138—1234—5678":                                             "1**—****—****",
		"138 1234 5678 转":                                           "1** **** **** 转",
		"李某（138\u00a01234\u00a05678）":                               "李某（1**\u00a0****\u00a0****）",
		"+86 13812345678":                                           "+86 1**********",
		"8613812345678":                                             "8************",
		"联系电话\t138\t1234\t5678":                                     "联系电话\t1**\t****\t****",
		"手机：1 3 8 1 2 3 4 5 6 7 8":                                  "手机：1 * * * * * * * * * *",
		"手机1381234\n5678。":                                          "手机1******\n****。",
		"请致电1381234-5678":                                           "请致电1******-****",
		"电话一三八一二三四五六七八":                                             "电话一**********",
		"卡号6222 0212 3456 7890 123":                                 "卡号6222 0212 3456 7890 123", // wrong check digit
		"开户行卡号6217000010001234569":                                  "开户行卡号6******************",
		"护照E12345678":                                               "护照E********",
		"护照号码EA1234567":                                             "护照号码EA*******",
		"0375-1234567":                                              "0375-1234567",
		"010-13812345678":                                           "010-13812345678",
		"共138123456789012条":                                         "共138123456789012条",
		"落实资金13812345678元":                                          "落实资金13812345678元",
		"投资总额13812345678":                                           "投资总额13812345678",
		"点击量13812345678次":                                           "点击量13812345678次",
		"索引号：13812345678":                                           "索引号：13812345678",
		"t20250113_13812345678.html":                                "t20250113_13812345678.html",
		"统一社会信用代码11410403MB1234567X":                                "统一社会信用代码11410403MB1234567X",
		"352\t3405\t6291\t2216\t3171\t3671\t1518":                   "352\t3405\t6291\t2216\t3171\t3671\t1518",
		"一、本年新收\t138\t1234\t5678\t0":                                "一、本年新收\t138\t1234\t5678\t0",
		"规章 138 1234 5678 行政规范性文件 0 0 0":                            "规章 138 1234 5678 行政规范性文件 0 0 0",
		"行政处罚事项 138 1234 5678":                                      "行政处罚事项 138 1234 5678",
		"处罚事项电话 138 1234 5678":                                      "处罚事项电话 1** **** ****",
		"结果 352 3405 6217 2884 1000 1009":                           "结果 352 3405 6217 2884 1000 1009",
		"张三三 6217 2884 1000 1009":                                   "张三三 6*** **** **** ****",
		"138 1234 5678 90":                                          "138 1234 5678 90",
		"接听电话 13 58 0 0 12 34 5 67":                                 "接听电话 13 58 0 0 12 34 5 67",
		"服务热线12345，邮编467000":                                        "服务热线12345，邮编467000",
		"手机138\u00ad1234\u200b5678":                                 "手机1**\u00ad****\u200b****",
		"电话138\u202a1234\u202c\ufe0f5678转":                          "电话1**\u202a****\u202c\ufe0f****转",
		"身份证号110105\u00ad19491231\u2060002\u00adX":                  "身份证号1*****\u00ad********\u2060***\u00ad*",
		"编号110105194902300028":                                      "编号110105194902300028", // no such day
		"申请人张三三，身份证号11010519491231002X；申请人李四四，身份证号11010519491231002X": "申请人张**，身份证号1*****************；申请人李**，身份证号1*****************",
		"2024年138件": "2024年138件",
		"":          "",
	} {
		got := personal.Mask(in)
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if again := personal.Mask(got); again != got {
			t.Errorf("%q: masked twice %q", got, again)
		}
	}
}

// Time to find and to mask grows with the text, whatever it repeats.
func TestFindingAndMaskingGrowWithTheText(t *testing.T) {
	for name, s := range map[string]string{
		"pairs":     "申请人张三三，身份证号11010519491231002X，电话13812345678，",
		"numbers":   "13812345678、",
		"digits":    "1",
		"groups":    "138-1234-5678-",
		"words":     "身份证号，",
		"names":     "张三身份证号",
		"passports": "护照E1234567",
		"unseen":    "1\u00ad",
		"announced": "护照号码",
		"late X":    "1101051949123100\t2\tX\t",
	} {
		took := func(n int) time.Duration {
			text := strings.Repeat(s, n*40_000/len(s))
			best := time.Hour
			for range 3 {
				begin := time.Now()
				personal.Mask(text)
				best = min(best, time.Since(begin))
			}
			return best
		}
		one, four := took(1), took(4)
		if four > 12*one+50*time.Millisecond {
			t.Errorf("%s: %v for one, %v for four times as much", name, one, four)
		}
	}
}

// What looks like a number of a person and is none stays as it is, in any text and
// any part of a file.
func TestNumbersOfThingsAreNoNumbersOfPersons(t *testing.T) {
	said, links := carrier.Things()
	for _, s := range append(said, links...) {
		if got := personal.Mask(s); got != s {
			t.Fatalf("%q: %q", s, got)
		}
		if got := personal.Address(s); got != s {
			t.Fatalf("address %q: %q", s, got)
		}
	}
	page := "<html><body><p>" + strings.Join(said, "</p><p>") + "</p>"
	for _, l := range links {
		page += `<a href="` + l + `">文</a><img src="` + l + `"><script>load("` + l + `");</script>`
	}
	word := `<w:document><w:p><w:t>` + strings.Join(said, "</w:t></w:p><w:p><w:t>") + `</w:t></w:p></w:document>`
	rels := `<Relationships><Relationship Target="` + strings.Join(links, `"/><Relationship Target="`) + `"/></Relationships>`
	docx, err := specimen.Zip("word/document.xml", word, "word/_rels/document.xml.rels", rels)
	if err != nil {
		t.Fatal(err)
	}
	pdf := "%PDF-1.4\n1 0 obj\n<< /ID [<38303133383030313338303030>] /CreationDate (D:20240101120000+08'00') /A (" + strings.Join(said, ") /A (") + ") /URI (" + strings.Join(links, ") /URI (") + ") >>\nendobj\n"
	for name, b := range map[string][]byte{"a.html": []byte(page), "a.docx": docx, "a.pdf": []byte(pdf)} {
		if found := personal.Search(name, b).Hidden; len(found) > 0 {
			t.Errorf("%s: %d found: %v", name, len(found), found[0])
		}
	}
}

// Each text of a report is masked, also one in a field that is new.
func TestEveryTextOfAReportIsMasked(t *testing.T) {
	r := &report.Report{}
	carrier.Fill(r, "手机13812345678")
	r.Form = form.F2021
	carrier.Fill(&r.Source, "https://example.org/11010519491231002X")
	before := carrier.Texts(r)
	got := personal.Masked(r)
	for _, text := range carrier.Texts(got) {
		if strings.Contains(text, "13812345678") || strings.Contains(text, "11010519491231002X") {
			t.Errorf("%s", text)
		}
	}
	if strings.Join(before, "\n") != strings.Join(carrier.Texts(r), "\n") {
		t.Error("the report itself was changed")
	}
	if clean := (&report.Report{Title: report.Text{Text: "报告"}}); personal.Masked(clean) != clean {
		t.Error("a report without such a number was copied")
	}
}
