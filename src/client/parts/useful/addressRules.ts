/*
 * Postal addresses as each of the five languages writes them. Only whole ones: a street with its number and the sign that it is a street. A sentence that looks like one by chance would be worse than an address that
 * is not found.
 */

/** 〒150-0041 東京都渋谷区神南1-19-11: a prefecture or a code before, and a number. */
const japanese = String.raw`(?:〒 ?\d{3}[-‐－]\d{4}[ 　]?(?:[\p{sc=Han}]{2,3}[都道府県])?|(?:東京都|北海道|大阪府|京都府|[\p{sc=Han}]{2,3}県))[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々ヶ]{2,24}[ 　]?\d{1,4}(?:(?:丁目|番地?|号|[-‐－の])\d{0,4}){0,4}(?![\d年月日時人円個])`;

/** 서울특별시 중구 세종대로 110: city or district, road, number. */
const korean = String.raw`(?<![\p{L}\p{N}])(?:[가-힣]{1,6}(?:특별시|광역시|특별자치시|특별자치도|시|도) )?(?:[가-힣]{1,6}[시군구] ){1,2}(?:[가-힣]{1,6}[읍면] )?[가-힣0-9]{1,12}(?:대로|로|길)(?: ?\d{1,4}번?길)? ?\d{1,4}(?:-\d{1,4})?(?![\d시분년월일명개번원]|-\d)`;

/** 高雄市鹽埕區大勇路1號: district, road, number. The sentence before it has no spaces either: a city begins the address, or a district behind no preposition. */
const cities =
  '(?:[臺台][北中南東]|新北|桃園|高雄|基隆|新竹|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮|澎湖|金門|連江)[市縣]';
const taiwanese = String.raw`(?:(?<!\d)\d{3}(?:\d{2,3})? ?)?(?:${cities}|(?!.{0,3}${cities}|[在到去住於來是]))[\p{sc=Han}]{1,3}[區鄉鎮市][\p{sc=Han}]{1,8}(?:大道|路|街)(?:[一二三四五六七八九十]段)?(?:\d{1,4}巷)?(?:\d{1,4}弄)?\d{1,5}(?:[-之]\d{1,3})?號(?:\d{1,3}樓)?`;

/** Jl. Medan Merdeka Timur No. 1 */
const indonesian = String.raw`(?<![\p{L}\p{N}])(?:Jl|Jln|Jalan)\.? (?:[A-Z][\p{L}.'’]{0,20} ){1,5}(?:No|Nomor|Nr)\.? ?\d{1,4}[A-Za-z]?(?![\p{L}\p{N}])`;

/** 221B Baker Street */
const english = String.raw`(?<![\p{L}\p{N}.,:/#-])\d{1,5}[A-Za-z]?,? (?:(?:N|S|E|W|North|South|East|West)\.? )?(?:[A-Z][\p{L}'’-]{1,20} ){1,3}(?:Street|Avenue|Road|Lane|Drive|Boulevard|Square|Terrace|St|Ave|Rd|Blvd)(?![\p{L}\p{N}])`;

export const addressRules: readonly RegExp[] = [japanese, korean, taiwanese, indonesian, english].map(
  (rule) => new RegExp(rule, 'gu'),
);
