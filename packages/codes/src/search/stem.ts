/** Forms a rule does not reach, brought to one stem. */
const IRREGULAR: Readonly<Record<string, string>> = words({
  break: 'broke broken breakage',
  fall: 'fell fallen',
  stick: 'stuck sticking sticky',
  die: 'died dead dies dying death deaths deceased',
  freez: 'froze frozen freeze freezes freezing',
  wear: 'worn wore',
  tear: 'tore torn',
  burn: 'burnt burned',
  bend: 'bent',
  bleed: 'bled',
  swel: 'swollen swelling swelled',
  spil: 'spilt spillage',
  los: 'lost loss lose loses losing',
  run: 'ran',
  ring: 'rang rung',
  blow: 'blew blown',
  sting: 'stung',
  hear: 'heard',
  stop: 'stopped stops stopping stoppage',
  fail: 'failure failures failed fails failing faulty fault',
  not: 'no wont dont doesnt didnt cant cannot isnt wasnt couldnt wouldnt never without unable nothing none nobody',
  choke: 'choking choked',
  frai: 'fray frayed fraying frays',
  explod: 'explosion explosions exploded explode exploding',
  erod: 'erosion eroded erode',
  corod: 'corrosion corroded corrode corrosive',
  centr: 'centre center centres centers',
  fibr: 'fibre fiber fibres fibers',
  litr: 'litre liter',
  labl: 'label labels labelled labeled labelling labeling',
  lens: 'lenses',
  pus: 'purulent',
  analys: 'analyse analyze analyser analyzer analysis',
  breath: 'breathe breathing breathes breathless',
  hot: 'hotter',
  perfor: 'perforation perforated perforate perforating',
  inflam: 'inflammation inflamed inflammatory',
  vomit: 'vomiting vomited vomits',
  swalow: 'swallowing swallowed',
})

function words(table: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([to, forms]) => [to, ...forms.split(' ')].map(form => [form, to])),
  )
}

/**
 * One stem for the forms of an English word: plural, -ing, -ed, -ion, -age, -ment, and the British and American
 * spellings (haemorrhage, oedema, colour, labelling, sterilise). Not a dictionary form: only equal or not equal matters.
 */
export function stem(word: string): string {
  const known = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined
  if (known !== undefined) return known
  if (word.length < 4) return word
  let w = word
    .replace(/ae|oe/g, 'e')
    .replaceAll('ph', 'f')
    .replace(/our(?=s?$|ed$|ing$|less$)/, 'or')
    .replace(/is(?=e[ds]?$|ing$|ations?$)/, 'iz')
  w = w
    .replace(/ies$/, 'y')
    .replace(/(s|x|z|ch|sh)es$/, '$1')
    .replace(/sis$/, 's')
  w = w.replace(/([^siu])s$/, '$1').replace(/(.)\1/g, '$1')
  w = w.replace(/ization$/, 'iz')
  w = strip(w, 'ing', 3) ?? strip(w, 'ed', 3) ?? w
  w = strip(w, 'ment', 4) ?? strip(w, 'nes', 4) ?? strip(w, 'age', 4) ?? strip(w, 'ag', 4) ?? w
  w = strip(w, 'ion', 4) ?? strip(w, 'ly', 4) ?? w
  return (w.length > 3 ? w.replace(/e$/, '') : w).replace(/y$/, 'i')
}

function strip(word: string, suffix: string, least: number): string | undefined {
  if (!word.endsWith(suffix)) return undefined
  const rest = word.slice(0, -suffix.length)
  return rest.length >= least && /[aeiouy]/.test(rest) ? rest : undefined
}

const STOP = new Set(
  (
    'a an the of to in at as was were is are be been being it its and or with by from for my our your this that there ' +
    'then when while has have had do does did his her their he she they we i into onto about after before during ' +
    'between very too also just so but would could will can may get got gets getting one some already again'
  ).split(' '),
)

/** The stems of a text, without the small words. An apostrophe joins: "won't" is one word. */
export function stems(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .toLowerCase()
  const parts = plain.split(/[^a-z0-9]+/).filter(p => p.length > 1 || /\d/.test(p))
  const kept = parts.filter(p => !STOP.has(p))
  return (kept.length > 0 ? kept : parts).map(stem)
}
