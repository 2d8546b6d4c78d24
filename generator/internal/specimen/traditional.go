package specimen

import "strings"

// Traditional writes the characters of the form and of the prose of specimens
// in their Traditional shapes.
func Traditional(text string) string { return traditional.Replace(text) }

// Each pair is simplified, traditional.
var traditional = func() *strings.Replacer {
	var pairs []string
	for _, c := range "总總体體况況动動开開处處请請诉訴讼訟问問题題进進项項规規范範现現废廢许許罚罰强強业業费費单單万萬计計关關系係为為满滿与與顿頓机機构構务務组組织織会會学學结結转轉办辦类類属屬过過执執询詢国國内內护護权權济濟监監测測义義证證达達无無没沒获獲独獨数數据據门門户戶网網区區县縣镇鎮乡鄉发發电電话話联聯议議审審复復维維纠糾个個对對书書号號报報实實时時间間岁歲应應当當缴繳补補级級并並该該确確产產经經营營优優检檢资資讯訊领領导導专專库庫创創续續统統综綜绝絕终終给給线線约約红紅纪紀细細继繼职職节節术術条條杂雜来來极極标標样樣汇匯举舉则則刚剛别別刘劉删刪励勵劳勞势勢华華协協卖賣参參双雙变變叶葉员員围圍园園图圖团團坏壞块塊坚堅坝壩备備夹夾够夠头頭奖獎妇婦孙孫宁寧宝寶宽寬岭嶺东東临臨农農财財听聽众眾尽盡层層见見观觀览覽论論设設访訪评評识識译譯试試诚誠详詳语語误誤说說读讀课課调調谁誰谈談谢謝谱譜负負责責败敗货貨质質购購贯貫贴貼贵貴赵趙赶趕践踐车車轨軌软軟载載较較辅輔输輸边邊迁遷运運还還这這远遠违違连連迟遲适適选選递遞逻邏遗遺邮郵释釋鉴鑒针針钱錢铁鐵银銀错錯键鍵长長闭閉闻聞阅閱队隊阳陽阶階际際陆陸陈陳险險随隨隐隱难難页頁顺順须須顾顧预預频頻颁頒额額风風饰飾馆館驻駐验驗写寫" {
		pairs = append(pairs, string(c))
	}
	return strings.NewReplacer(pairs...)
}()
