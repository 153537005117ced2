import { mir721 } from '@vigie/forms'
import { allElements, type Draft, draft, escape, parentOf, prose } from './mir-samples.js'
import type { Random } from './random.js'

/** Changes a report in place; returns what it did, for the message of a failing test. */
type Mutation = (root: Draft, random: Random) => string

const some = (list: Draft[], root: Draft) => (list.length === 0 ? [root] : list)
const inner = (root: Draft) => some(allElements(root).slice(1), root)
const leaves = (root: Draft) => allElements(root).filter(e => e.children.length === 0)
const groups = (root: Draft) =>
  some(
    allElements(root).filter(e => e.children.length > 0),
    root,
  )
const dates = (root: Draft) => leaves(root).filter(e => /^-?\d{4}-\d\d-\d\d/.test(e.raw))
const numbers = (root: Draft) => leaves(root).filter(e => /^\d+(\.\d+)?$/.test(e.raw))

function within(
  root: Draft,
  target: Draft,
  random: Random,
  change: (list: Draft[], at: number) => void,
): void {
  const parent = parentOf(root, target)
  if (parent !== undefined) change(parent.children, parent.children.indexOf(target))
  else random.next()
}

const DATES = [
  '2023-02-29',
  '2024-02-29',
  '1900-02-29',
  '2000-02-29',
  '2023-02-31',
  '2023-13-01',
  '2023-00-10',
  '2023-04-31',
  '2023-1-1',
  '0000-01-01',
  '0001-01-01',
  '-0001-01-01',
  '-0004-02-29',
  '12023-01-01',
  '02023-01-01',
  '+2023-01-01',
  '2023-01-31Z',
  '2023-01-31z',
  '2023-01-31+14:00',
  '2023-01-31+14:01',
  '2023-01-31-13:59',
  '2023-01-31+1:00',
  ' 2023-01-31',
  '2023-01-31 ',
  '\n2023-01-31',
  '2023-01-31Z ',
  '2023-01-31T00:00:00',
  '31.01.2023',
  '2023/01/31',
  '',
  '9223372036854775807-01-01',
  '9223372036854775808-01-01',
  '&#50;023-01-31',
  '<![CDATA[2023-01-31]]>',
  '2023<!-- c -->-01-31',
]
const NUMBERS = [
  '-1',
  '+1',
  '007',
  '-0',
  '1.0',
  '1.5',
  '.5',
  '5.',
  '.',
  '',
  ' 5 ',
  '\n5\t',
  '5 5',
  '1e3',
  '0x1F',
  'NaN',
  'INF',
  '٣',
  '1,000',
  '9'.repeat(24),
  '9'.repeat(25),
  '0'.repeat(40),
  `0.${'1'.repeat(24)}`,
  `0.${'1'.repeat(25)}`,
  '-',
  '+',
  '--1',
  '1900',
  '2050',
  '1899',
  '2051',
  '13',
  '12',
  '0',
  '+2000',
  '1<!-- -->2',
  '<![CDATA[7]]>',
  '7<?x?>',
  '&#160;7',
  'Unknown',
]
const TIMES = [
  '2023-03-29T15:13:15Z',
  '2023-03-29T24:00:00',
  '2023-03-29T24:00:01',
  '2023-03-29T15:13',
  '2023-03-29',
  '',
  ' 2023-03-29T15:13:15',
  '2023-03-29T15:13:15 ',
  '2023-03-29T15:13:15Z ',
  '2023-03-29T15:13:15.5',
  '2023-03-29T15:13:15.',
  '2023-03-29T15:13:60',
  '2023-03-29t15:13:15',
  '2023-02-29T00:00:00',
  '2023-03-29T15:13:15+02:00',
  '2023-03-29T15:13:59.99999999999999999999',
  '12023-03-29T15:13:15',
]
const LENGTHS = [
  0, 1, 2, 3, 7, 8, 9, 50, 51, 200, 201, 255, 256, 300, 301, 1000, 1001, 2000, 2001, 4000, 4001,
]

const ATTRIBUTES =
  'foo xml:lang xml:space xsi:nil xsi:type xsi:noNamespaceSchemaLocation xsi:schemaLocation xsi:other xmlns:q id version q:r'.split(
    ' ',
  )

const change: Record<string, Mutation> = {
  drop(root, random) {
    const target = random.pick(inner(root))
    within(root, target, random, (list, at) => list.splice(at, 1))
    return target.name
  },
  duplicate(root, random) {
    const target = random.pick(inner(root))
    within(root, target, random, (list, at) => list.splice(at + random.int(0, 1), 0, structuredClone(target)))
    return target.name
  },
  'duplicate far away'(root, random) {
    const target = random.pick(inner(root))
    within(root, target, random, list => list.splice(random.int(0, list.length), 0, structuredClone(target)))
    return target.name
  },
  'swap neighbours'(root, random) {
    const target = random.pick(inner(root))
    within(root, target, random, (list, at) => list.splice(at, 2, ...list.slice(at, at + 2).reverse()))
    return target.name
  },
  'move within its group'(root, random) {
    const target = random.pick(inner(root))
    within(root, target, random, (list, at) => {
      list.splice(at, 1)
      list.splice(random.int(0, list.length), 0, target)
    })
    return target.name
  },
  'copy into another group'(root, random) {
    const target = structuredClone(random.pick(leaves(root)))
    const group = random.pick(groups(root))
    group.children.splice(random.int(0, group.children.length), 0, target)
    return `${target.name} into ${group.name}`
  },
  length(root, random) {
    const target = random.pick(leaves(root))
    const length = random.pick(LENGTHS)
    target.raw = random.chance(0.5)
      ? escape(prose(random, length))
      : random.pick(['x', '😀', ' ', 'é']).repeat(length)
    return `${target.name} ${length}`
  },
  'wrong word'(root, random) {
    const target = random.pick(leaves(root))
    target.raw = random.pick([
      'Yes',
      'No',
      'yes',
      'Other',
      'other',
      'Unknown',
      'GB',
      'gb',
      'XI',
      'EL',
      'class I',
      'class III',
      'Initial',
      'N/A',
      '0',
      'A27',
      'zzz',
    ])
    return `${target.name} = ${target.raw}`
  },
  'letter case'(root, random) {
    const target = random.pick(leaves(root))
    target.raw = random.chance(0.5) ? target.raw.toLowerCase() : target.raw.toUpperCase()
    return target.name
  },
  'unknown element'(root, random) {
    const group = random.pick(groups(root))
    group.children.splice(
      random.int(0, group.children.length),
      0,
      draft(random.pick(['foo', 'formVersion', 'ncaname', 'heightCM', 'a-b.c_d', 'x:y']), 'bar'),
    )
    return group.name
  },
  'rename an element'(root, random) {
    const target = random.pick(inner(root))
    target.name = random.pick([target.name.toLowerCase(), `${target.name}X`, target.name.slice(1) || 'q'])
    return target.name
  },
  'rename the root'(root) {
    root.name = 'Incident'
    return ''
  },
  attribute(root, random) {
    const target = random.pick(allElements(root))
    const name = random.pick(ATTRIBUTES)
    // A relative namespace address has no canonical form.
    target.attributes[name] =
      name === 'xmlns:q' ? 'urn:q' : random.pick(['true', 'false', 'x', 'default', ''])
    return `${name} on ${target.name}`
  },
  'root attribute value'(root, random) {
    const name = random.pick([...Object.keys(root.attributes).filter(n => n !== 'xmlns:xsi'), 'version'])
    root.attributes[name] =
      name === 'sCreateTimeStamp'
        ? random.pick(TIMES)
        : random.pick(['', 'en', 'EN', ' en', 'xx', 'x'.repeat(50), 'x'.repeat(51), 'sl', 'kj'])
    if (name === 'xsi:noNamespaceSchemaLocation') root.attributes[name] = random.pick(['', 'a.xsd', 'x y'])
    return `${name}=${root.attributes[name]}`
  },
  'drop a root attribute'(root, random) {
    const name = random.pick([...Object.keys(root.attributes), 'version'])
    delete root.attributes[name]
    return name
  },
  date(root, random) {
    const target = random.pick([...dates(root), root])
    target.raw = random.pick(DATES)
    return `${target.name} = ${target.raw}`
  },
  number(root, random) {
    const target = random.pick([...numbers(root), random.pick(leaves(root))])
    target.raw = random.pick(NUMBERS)
    return `${target.name} = ${target.raw}`
  },
  'white space around'(root, random) {
    const target = random.pick(leaves(root))
    const blank = random.pick([' ', '\n', '\t', '&#13;', '&#10;', '&#160;', '\r\n'])
    target.raw = random.chance(0.5) ? blank + target.raw : target.raw + blank
    return target.name
  },
  namespace(root, random) {
    const target = random.pick(allElements(root))
    target.attributes.xmlns = random.pick(['urn:x', '', 'http://www.w3.org/2001/XMLSchema'])
    return `${target.name} xmlns=${target.attributes.xmlns}`
  },
  prefix(root, random) {
    const target = random.pick(allElements(root))
    if (random.chance(0.8)) root.attributes['xmlns:p'] = 'urn:p'
    target.name = `p:${target.name}`
    return target.name
  },
  'empty a field'(root, random) {
    const target = random.pick(leaves(root))
    target.raw = random.pick(['', ' ', '<!-- nothing -->', '<![CDATA[]]>', '<?x y?>', '\n  '])
    return `${target.name} = ${target.raw}`
  },
  'empty a group'(root, random) {
    const target = random.pick(groups(root))
    target.children = []
    target.raw = random.pick(['', ' ', '<!-- -->'])
    return target.name
  },
  'markup in a field'(root, random) {
    const target = random.pick(leaves(root))
    const markup = random.pick(['<!-- c -->', '<?pi x?>', '<![CDATA[]]>', '<b/>', '<b>x</b>'])
    if (/[&<]/.test(target.raw)) target.raw = `${markup}${target.raw}`
    else {
      const at = random.int(0, target.raw.length)
      target.raw = [...target.raw].slice(0, at).join('') + markup + [...target.raw].slice(at).join('')
    }
    return `${target.name} ${markup}`
  },
  'as CDATA'(root, random) {
    const target = random.pick(leaves(root))
    if (!/[&<]/.test(target.raw)) target.raw = `<![CDATA[${target.raw}]]>`
    return target.name
  },
  'text in a group'(root, random) {
    const target = random.pick(groups(root))
    target.raw = random.pick([
      'x',
      '&#160;',
      '&#32;',
      '&#13;',
      '<![CDATA[ ]]>',
      '<![CDATA[]]>',
      '<!-- c -->',
      '<?pi?>',
      '\t',
      '&amp;',
      '.',
    ])
    return `${target.name} ${target.raw}`
  },
  'broken XML'(root, random) {
    const target = random.pick(leaves(root))
    target.raw = random.pick(['<', '&', '&nbsp;', ']]>', '<b>', '</b>', '\u0001', '&#0;', '&#xD800;', '<!--'])
    return `${target.name} ${target.raw}`
  },
}

export const mutations: readonly (readonly [string, Mutation])[] = Object.entries(change)

const NUMBER_TYPES = [
  ...'xsd:integer xsd:decimal xsd:nonNegativeInteger xsd:positiveInteger xsd:negativeInteger'.split(' '),
  ...'xsd:nonPositiveInteger xsd:long xsd:int xsd:short xsd:byte xsd:unsignedLong xsd:unsignedInt'.split(' '),
  ...'xsd:unsignedShort xsd:unsignedByte xsd:float xsd:string validYearsT validMonthsT string50T'.split(' '),
]
const AT_LIMITS = [7, 8, 15, 16, 31, 32, 63, 64].flatMap(bits =>
  [-1n, 0n, 1n].flatMap(d => [`${2n ** BigInt(bits) + d}`, `-${2n ** BigInt(bits) + d}`]),
)

/** For MIR 7.2.1 only, of which the names of the types are known: an element states a type, mostly one that it may. */
export const statesType: readonly [string, Mutation] = [
  'a type stated',
  (root, random) => {
    const counts = numbers(root)
    const isNumber = counts.length > 0 && random.chance(0.5)
    const target = random.pick(isNumber ? counts : allElements(root))
    const type: string | undefined = isNumber ? random.pick(NUMBER_TYPES) : mir721.schemaTypes[target.name]
    if (type === undefined) return target.name
    if (isNumber && random.chance(0.5)) target.raw = random.pick([...NUMBERS, ...AT_LIMITS])
    if (random.chance(0.9)) target.attributes['xmlns:xsd'] = 'http://www.w3.org/2001/XMLSchema'
    target.attributes['xsi:type'] = type
    return `${target.name} ${type} ${target.raw}`
  },
]
