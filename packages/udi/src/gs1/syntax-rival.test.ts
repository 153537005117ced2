import { day } from '@vigie/kernel'
import bwip from 'bwip-js/node'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { modulo1021Pair } from '../modulo-1021.js'
import type { Ai, Component } from './ai-lookup.js'
import { AIS } from './ai-lookup.js'
import { gs1CheckDigit } from './check-digit.js'
import { parseGs1 } from './label.js'
import { renderBracketed } from './render.js'

// The rival is BWIPP, from which the syntax dictionary of GS1 grew: it refuses to draw a symbol whose text breaks it.
const today = day('2026-11-23')

function rivalSays(text: string): string | undefined {
  try {
    bwip.toSVG({ bcid: 'gs1datamatrix', text })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Lists the rival keeps and we do not: coupons, currencies, package types. See decision 0001. */
const LEFT_OUT = new Set(['8110', '8112', '7041'])
const compared = [...AIS.values()].filter(a => !LEFT_OUT.has(a.ai) && !/^39[13]/.test(a.ai))

const DIGITS = [...'0123456789']
// Round brackets are left out: in the printed form they would begin an element.
const SET82 = [...'!"%&\'*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz']
const CHARS: Readonly<Record<Component['type'], readonly string[]>> = {
  N: DIGITS,
  X: SET82,
  Y: [...'#-/0123456789ABCXYZ'],
  Z: [...'ABCabc0123456789-_'],
}

const TYPICAL: Readonly<Record<string, fc.Arbitrary<string>>> = {
  csumalpha: fc
    .tuple(fc.constant('123456'), fc.string({ unit: fc.constantFrom(...SET82), minLength: 1, maxLength: 12 }))
    .map(([a, b]) => a + b + (modulo1021Pair(a + b) ?? '')),
  piece: fc.constantFrom('0102', '0202', '0302', '0001', '0000'),
  country: fc.constantFrom('056', '276', '756', '000', '999'),
  country999: fc.constantFrom('056', '999', '001'),
  country2: fc.constantFrom('BE', 'XX', 'be'),
  iban: fc.constantFrom('GB82WEST12345698765432', 'GB82WEST12345698765431', 'XX'),
  sequence: fc.constantFrom('1/2', '2/1', '1-2', '0/1'),
  hyphen: fc.constantFrom('-', '+'),
}

function part(c: Component): fc.Arbitrary<string> {
  const special = c.checks.map(name => TYPICAL[name]).find(a => a !== undefined)
  if (special) return special
  const chars = fc.string({ unit: fc.constantFrom(...CHARS[c.type]), minLength: c.min, maxLength: c.max })
  if (c.checks.some(name => name.startsWith('yymmd'))) {
    return fc
      .tuple(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 32 }),
      )
      .map(numbers => numbers.map(n => String(n).padStart(2, '0')).join(''))
  }
  if (c.checks.includes('csum')) return chars.map(v => v.slice(0, -1) + (gs1CheckDigit(v.slice(0, -1)) ?? ''))
  if (c.checks.includes('gcp')) return chars.map(v => `1234${v}`.slice(0, c.max))
  return chars
}

const element = fc
  .oneof(fc.constantFrom(...compared), fc.constantFrom(...compared.filter(a => a.ai.length === 2)))
  .chain((ai: Ai) => fc.tuple(...ai.components.map(part)).map(parts => [ai.ai, parts.join('')] as const))

/** A value as it is, or with one character dropped, doubled or replaced. */
const spoilt = fc
  .tuple(element, fc.nat(), fc.constantFrom('keep', 'keep', 'drop', 'add', 'swap'), fc.constantFrom(...SET82))
  .map(([[ai, value], n, how, c]): readonly [string, string] => {
    const at = value === '' ? 0 : n % value.length
    if (how === 'keep') return [ai, value]
    if (how === 'drop') return [ai, value.slice(0, at) + value.slice(at + 1)]
    return [ai, value.slice(0, at) + c + value.slice(how === 'add' ? at : at + 1)]
  })

const gtin = fc.constant<readonly [string, string]>(['01', '07032069804988'])

const labels = fc
  .tuple(fc.boolean(), fc.array(spoilt, { minLength: 1, maxLength: 3 }), gtin)
  .map(([withKey, elements, key]) => renderBracketed(withKey ? [key, ...elements] : elements))

it('accepts and refuses the same GS1 texts as BWIPP', () => {
  let refused = 0
  let total = 0
  fc.assert(
    fc.property(labels, text => {
      const ours = parseGs1(text, today)
      const complaint = ours.findings.find(f => f.severity === 'blocks' || f.code === 'UDI-PARTNER')
      const theirs = rivalSays(text)
      // GS1 asks four digits of a company prefix, BWIPP three.
      if (complaint?.message.includes('GS1 company prefix') && theirs === undefined) return
      total++
      if (theirs !== undefined) refused++
      expect(
        complaint === undefined,
        `${text}\nours: ${complaint?.message ?? 'accepted'}\ntheirs: ${theirs ?? 'accepted'}`,
      ).toBe(theirs === undefined)
    }),
    { numRuns: Number(process.env['UDI_RUNS'] ?? 400) },
  )
  expect(refused / total).toBeGreaterThan(0.1)
  expect(refused / total).toBeLessThan(0.9)
})
