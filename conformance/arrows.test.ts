import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** Which packages a room may import from the workspace. Data walks one way; `apps` compose and may import all. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  codes: ['kernel'],
  udi: ['kernel'],
  facts: ['kernel', 'codes'],
  law: ['kernel', 'facts', 'codes'],
  forms: ['kernel', 'facts', 'codes', 'udi'],
  record: ['kernel'],
  surveillance: ['kernel', 'codes'],
}

/** The uses of Node's own modules in packages, each with its reason. The list only shrinks. */
const NODE_MODULES: Readonly<Record<string, readonly string[]>> = {
  // It computes: no disk, no network.
  'packages/forms/src/xml/pdf.ts': ['node:zlib'],
  // It computes: whether bytes are UTF-8.
  'packages/forms/src/xml/utf8.ts': ['node:buffer'],
  // It reads the fonts that the package ships, and nothing else.
  'packages/forms/src/print/fonts.ts': ['node:fs'],
}

/** Heavy libraries that live behind one door. */
const DOORS: readonly { readonly library: string; readonly only: string }[] = [
  { library: 'libxml2-wasm', only: 'packages/forms/src/xml/' },
  { library: '@myriaddreamin/typst-ts-node-compiler', only: 'packages/forms/src/print/' },
  { library: 'date-holidays', only: 'packages/law/src/calendars/' },
  { library: '@electric-sql/pglite', only: 'packages/record/src/pglite/' },
]

const CLOCKS =
  /\bnew Date\(\)|\bDate\.now\(|\bTemporal\.Now\b|\bperformance\.now\(|\bprocess\.(env|argv|cwd|std\w+|hrtime|exit|on)\b|\bfetch\(/

interface Source {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources: readonly Source[] = ['packages', 'apps']
  .flatMap(top => readdirSync(`${ROOT}${top}`).map(room => `${top}/${room}/src`))
  .flatMap(src => readdirSync(`${ROOT}${src}`, { recursive: true, encoding: 'utf8' }).map(p => `${src}/${p}`))
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
  .filter(path => !/\.test\.ts$|\/testing\.ts$/.test(path))
  .map(path => {
    const text = readFileSync(`${ROOT}${path}`, 'utf8')
    return { path, room: path.split('/')[1] ?? '', text, imports: importsOf(text) }
  })
const packages = sources.filter(s => s.path.startsWith('packages/'))
/** Rooms that compute; the record is the one that keeps, so disk, clock and database are its business. */
const domain = packages.filter(s => s.room !== 'record')

/** Doors beside the one of a package, each with its reason. */
const SIDE_DOORS: readonly string[] = [
  // Checking a report needs neither the case file nor the print; loading these takes longer than checking.
  '@vigie/forms/mir',
]

/** What a module imports or re-exports, statically, dynamically or for its types. */
function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const found = code.matchAll(
    /\bfrom\s*(['"])([^'"]+)\1|\bimport\s*\(\s*(['"])([^'"]+)\3|^\s*import\s*(['"])([^'"]+)\5/gm,
  )
  return [...found].map(m => m[2] ?? m[4] ?? m[6] ?? '')
}

/** What a module needs before it runs: static imports that are more than types. */
function valueImports(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\bfrom\s+)?'([^']+)'/gm)].map(
    m => m[1] ?? '',
  )
}

/** The sources that are loaded when a module is. */
function loadedWith(start: string): readonly Source[] {
  const found = new Map<string, Source>()
  const visit = (path: string) => {
    const source = sources.find(s => s.path === path)
    if (source === undefined || found.has(path)) return
    found.set(path, source)
    for (const i of valueImports(source.text).filter(i => i.startsWith('.'))) {
      visit(posix.join(posix.dirname(path), i).replace(/\.js$/, '.ts'))
    }
  }
  visit(start)
  return [...found.values()]
}

/** The sources that break a rule, as `path imports what`. */
const broken = (where: readonly Source[], allowed: (s: Source, imported: string) => boolean) =>
  where.flatMap(s => s.imports.filter(i => !allowed(s, i)).map(i => `${s.path} imports ${i}`))

describe('the arrows between rooms', () => {
  it('saw the files of every room, and their imports', () => {
    expect(new Set(packages.map(s => s.room))).toEqual(new Set(Object.keys(ARROWS)))
    for (const room of Object.keys(ARROWS)) {
      expect(packages.filter(s => s.room === room).length, room).toBeGreaterThan(1)
    }
    expect(sources.filter(s => s.path.startsWith('apps/cli/')).length).toBeGreaterThan(10)
    expect(packages.flatMap(s => s.imports).filter(i => i === '@vigie/kernel').length).toBeGreaterThan(20)
  })

  it('reads every way of importing', () => {
    const text = `import a from 'one'\nexport * from "two"\nimport 'three'\nawait import('four')
      import type { b } from 'five'\n// from 'no'\n/* import 'no' */\nimport {\n c,\n} from 'six'`
    expect(importsOf(text).sort()).toEqual(['five', 'four', 'one', 'six', 'three', 'two'])
  })

  it('packages import each other only as listed', () => {
    const allowed = (s: Source, i: string) => {
      const other = /^@vigie\/([^/]+)/.exec(i)?.[1]
      return other === undefined || (ARROWS[s.room]?.includes(other) ?? false)
    }
    expect(broken(packages, allowed)).toEqual([])
  })

  it('nobody reaches past the door of another package', () => {
    expect(broken(sources, (_, i) => SIDE_DOORS.includes(i) || !/^@vigie\/[^/]+\/./.test(i))).toEqual([])
    expect(SIDE_DOORS.filter(i => !sources.some(s => s.imports.includes(i)))).toEqual([])
    const leaves = (s: Source, i: string) =>
      i.startsWith('.') && i.split('/').filter(p => p === '..').length > s.path.split('/').length - 4
    expect(broken(sources, (s, i) => !leaves(s, i))).toEqual([])
  })

  it('domain packages use nothing of Node but what is listed', () => {
    const allowed = (s: Source, i: string) =>
      !i.startsWith('node:') || (NODE_MODULES[s.path]?.includes(i) ?? false)
    expect(broken(domain, allowed)).toEqual([])
  })

  it('domain packages read no clock, no environment and no network', () => {
    expect(domain.filter(s => CLOCKS.test(s.text)).map(s => s.path)).toEqual([])
  })

  it('the command loads no package before it knows which command is asked for', () => {
    const early = loadedWith('apps/cli/src/main.ts')
    expect(early.length).toBeGreaterThan(20)
    expect(broken(early, (s, i) => !(i.startsWith('@vigie/') && valueImports(s.text).includes(i)))).toEqual(
      [],
    )
  })

  it.each(DOORS)('$library is imported in $only only', ({ library, only }) => {
    expect(broken(sources, (s, i) => !i.startsWith(library) || s.path.startsWith(only))).toEqual([])
  })
})
