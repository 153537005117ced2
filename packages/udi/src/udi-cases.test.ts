import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { checkBasicUdiDi, checkUdiDi, parseLabel } from './index.js'

const folder = fileURLToPath(new URL('../../../../shared/reference/udi/', import.meta.url))
const present = existsSync(folder)
if (!present) console.warn(`skipped: the label cases are not at ${folder}`)

interface Case {
  readonly id: string
  readonly input: string
  readonly severity: 'must' | 'should' | 'disputed'
  readonly expect: Readonly<Record<string, unknown>>
}

const read = (name: string): string => readFileSync(new URL(name, `file://${folder}`), 'utf8')

/** `CHECK` stands for any check word; `A|B` for either. */
const wordAgrees = (ours: string | undefined, theirs: string): boolean =>
  ours !== undefined &&
  theirs.split('|').some(w => ours === w || (w === 'CHECK' && ours.startsWith('CHECK_')))

const changed = (value: string, alphabet: string): string[] =>
  [...value].flatMap((old, at) =>
    [...alphabet].filter(c => c !== old).map(c => value.slice(0, at) + c + value.slice(at + 1)),
  )

describe.skipIf(!present)('the label cases', () => {
  const file: { evaluatedAt: string; cases: readonly Case[] } = present
    ? JSON.parse(read('udi-cases.json'))
    : { evaluatedAt: '2026-01-01', cases: [] }
  const today = day(file.evaluatedAt)

  it('are all there', () => expect(file.cases.length).toBe(127))

  it.each(file.cases.map(c => [c.id, c] as const))('%s', (_, c) => {
    const result = parseLabel(c.input, { today })
    const got: Record<string, unknown> = { ...result }
    for (const [key, wanted] of Object.entries(c.expect)) {
      if (key === 'valid') {
        if (wanted !== 'either') expect(got.valid, 'valid').toBe(wanted)
      } else if (key === 'error' || key === 'warn') {
        expect(wordAgrees(result[key], String(wanted)), `${key}: ${result[key]}, wanted ${wanted}`).toBe(true)
      } else expect(got[key], key).toEqual(wanted)
    }
    if (c.expect.valid === true) expect(result.error).toBeUndefined()
    for (const f of result.findings) expect(f.message.length * f.mend.length).toBeGreaterThan(0)
  })
})

describe.skipIf(!present)('the registered identifiers', () => {
  const rows = present
    ? read('bulk-identifiers.csv')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map(line => line.split(','))
    : []

  it('are all there', () => expect(rows.length).toBe(385))

  it('are judged right as identifiers and as labels', () => {
    const wrong = rows.filter(([kind, value = '', issuer, valid]) => {
      const check = kind === 'UDI-DI' ? checkUdiDi(value) : checkBasicUdiDi(value)
      const label = parseLabel(value)
      const fine = check.verdict === (valid === 'true' ? 'valid' : 'invalid') && check.issuer === issuer
      // Twelve to fourteen digits can be a GTIN and a Basic UDI-DI at once; then the other reading must be listed.
      const kinds = [label.kind, ...label.alternatives.map(a => a.kind)]
      return !(fine && String(label.valid) === valid && (valid === 'false' || kinds.some(k => k === kind)))
    })
    expect(wrong).toEqual([])
  })

  it('notice every single changed digit of a GTIN', () => {
    const tried = rows
      .filter(([kind, , , valid]) => kind === 'UDI-DI' && valid === 'true')
      .flatMap(([, value = '']) => changed(value, '0123456789'))
    expect(tried.length).toBeGreaterThan(20_000)
    const kept = tried.filter(v => checkUdiDi(v, { issuer: 'GS1' }).verdict !== 'invalid')
    expect(kept).toEqual([])
  })

  // The weights are primes below 1021 and values differ by less than 82, so no product is a multiple of 1021.
  it('notice every single changed character of a Basic UDI-DI', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ_abcxyz-./'
    const tried = rows
      .filter(([kind, , , valid]) => kind === 'BASIC-UDI-DI' && valid === 'true')
      .flatMap(([, value = '']) => changed(value, alphabet))
    expect(tried.length).toBeGreaterThan(50_000)
    const kept = tried.filter(v => checkBasicUdiDi(v).verdict === 'valid')
    expect(kept).toEqual([])
  })
})
