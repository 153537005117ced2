import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { caseJsonSchema } from '@vigie/facts'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { vigie } from '../testing.js'

const OFFICIAL = fileURLToPath(new URL('../../../../../shared/reference/mir/schema/', import.meta.url))
const here = existsSync(OFFICIAL)
if (!here)
  process.stderr.write(
    'The official schemas (../shared) are not here: tests that install them are skipped.\n',
  )

/** A schema that is sound and very small, under the name of an official one. */
const TINY = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="incident"><xs:complexType><xs:sequence>
  <xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence><xs:anyAttribute processContents="lax"/>
</xs:complexType></xs:element></xs:schema>`
const NAME = 'incident-Initial-v7.3.xsd'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-schema-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const schema = (args: string[], options: { stdin?: Uint8Array; env?: Record<string, string> } = {}) =>
  vigie(['schema', ...args], { cwd, ...options })
const zip = (name: string, files: Record<string, string | Uint8Array>) =>
  writeFileSync(
    join(cwd, name),
    zipSync(
      Object.fromEntries(Object.entries(files).map(([n, c]) => [n, typeof c === 'string' ? strToU8(c) : c])),
    ),
  )

describe('vigie schema case', () => {
  it('is the file in docs; npm run case-schema writes it', async () => {
    const file = new URL('../../../../docs/case.schema.json', import.meta.url)
    const { stdout } = await schema(['case'])
    expect(stdout).toBe(readFileSync(file, 'utf8'))
    expect(JSON.parse(stdout)).toEqual(caseJsonSchema())
  })
})

describe('vigie schema install', () => {
  it.skipIf(!here)('keeps what a folder holds, and lists it', async () => {
    cpSync(OFFICIAL, join(cwd, 'official'), { recursive: true })
    const { code, stdout } = await schema(['install', 'official', '--home', 'home', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).installed).toMatchObject([{ version: '7.2.1', missing: [] }])
    const list = await schema(['list', '--home', 'home', '--json'])
    expect(JSON.parse(list.stdout)).toMatchObject([
      { version: '7.2.1', source: 'installed' },
      { version: '7.3.1', source: 'missing' },
    ])
  })

  it.skipIf(!here)('takes the same from a zip archive, and under VIGIE_HOME', async () => {
    const files = readdirSync(OFFICIAL).map(
      n => [`a/${n}`, new Uint8Array(readFileSync(join(OFFICIAL, n)))] as const,
    )
    zip('official.zip', { ...Object.fromEntries(files), 'readme.txt': 'hello' })
    const env = { VIGIE_HOME: 'other' }
    expect((await schema(['install', 'official.zip'], { env })).code).toBe(0)
    expect(readdirSync(join(cwd, 'other', 'schemas'))).toEqual(['MIR-7.2.1'])
    expect(
      (await schema(['install', '-'], { env, stdin: readFileSync(join(cwd, 'official.zip')) })).code,
    ).toBe(0)
    expect(readdirSync(join(cwd, 'other', 'schemas'))).toEqual(['MIR-7.2.1'])
  })

  it.skipIf(!here)('does not trust a pack that was changed afterwards', async () => {
    await schema(['install', OFFICIAL, '--home', 'home'])
    const folder = join(cwd, 'home', 'schemas', 'MIR-7.2.1')
    const [file = ''] = readdirSync(folder).filter(n => n.endsWith('.xsd'))
    writeFileSync(join(folder, file), TINY)
    const { code, stderr } = await schema(['list', '--home', 'home'])
    expect([code, stderr.includes('are not as they were installed')]).toEqual([2, true])
  })

  it('lets check and export of that version ask the official schema from then on', async () => {
    zip('tiny.zip', { [NAME]: TINY })
    const file = 'report.xml'
    const says = async () => {
      const { stdout } = await vigie(['mir', 'check', file, '--home', 'home', '--json'], { cwd })
      return JSON.parse(stdout)[0].schemaValid
    }
    const report =
      '<incident version="7.3.1"><admin_info><formVersion>7.3.1</formVersion><reportType>Initial</reportType></admin_info></incident>'
    writeFileSync(join(cwd, file), report)
    expect(await says()).toBe(null)
    expect((await schema(['install', 'tiny.zip', '--home', 'home'])).code).toBe(0)
    expect(await says()).toBe(true)
    const args = ['mir', 'export', file, '--xml', 'out.xml', '--home', 'home', '--json']
    const { stdout } = await vigie(args, { cwd })
    expect(JSON.parse(stdout).schema).toMatchObject({ valid: true, checkedBy: 'installed-schema' })
  })

  it.each([
    ['../evil.xsd', 'a name that leads out'],
    ['/etc/evil.xsd', 'an absolute name'],
    ['C:\\evil.xsd', 'a drive'],
    ['a/../../evil.txt', 'a name that leads out, of a file that is not wanted'],
  ])('refuses an archive with %s (%s)', async name => {
    zip('bad.zip', { [NAME]: TINY, [name]: 'x' })
    const { code, stderr } = await schema(['install', 'bad.zip', '--home', 'home'])
    expect(code).toBe(1)
    expect(stderr).toContain('Nothing was installed')
    expect(existsSync(join(cwd, 'home'))).toBe(false)
  })

  it('refuses a zip bomb before it unpacks it', async () => {
    zip('bomb.zip', { 'big.xsd': new Uint8Array(11 * 1_048_576) })
    const { code, stderr } = await schema(['install', 'bomb.zip', '--home', 'home'])
    expect([code, stderr.includes('holds more than 50 MB when unpacked')]).toEqual([2, true])
    zip('many.zip', Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}.xsd`, 'x'])))
    const many = await schema(['install', 'many.zip', '--home', 'home'])
    expect([many.code, many.stderr.includes('holds more than 2000 files')]).toEqual([2, true])
  })

  it('refuses an archive that says it holds less than it does', async () => {
    const bytes = zipSync({ [NAME]: strToU8(TINY.padEnd(5_000)) })
    const directory = Buffer.from(bytes).indexOf('PK\u0001\u0002')
    new DataView(bytes.buffer).setUint32(directory + 24, 9_000, true)
    writeFileSync(join(cwd, 'lies.zip'), bytes)
    const { code, stderr } = await schema(['install', 'lies.zip', '--home', 'home'])
    expect([code, stderr.includes('is not as long as it says')]).toEqual([2, true])
  })

  it.each([
    ['not a zip', Buffer.from('<xml/>'), 'is neither a zip archive nor a folder'],
    [
      'a cut zip',
      zipSync({ [NAME]: strToU8(TINY) }).subarray(0, 60),
      'is a damaged or encrypted zip archive',
    ],
  ])('refuses %s', async (_, bytes, sentence) => {
    writeFileSync(join(cwd, 'bad.zip'), bytes)
    const { code, stderr } = await schema(['install', 'bad.zip', '--home', 'home'])
    expect([code, stderr.includes(sentence)]).toEqual([2, true])
  })

  it('says what it looks for in a folder that has nothing', async () => {
    mkdirSync(join(cwd, 'empty'))
    const { code, stderr } = await schema(['install', 'empty', '--home', 'home'])
    expect([code, stderr.includes('SCHEMA-PACK') || stderr.includes('NO-SCHEMA')]).toEqual([1, true])
  })
})
