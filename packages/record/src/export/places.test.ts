import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type KeptFile, placesOf, safeName } from './places.js'

const file = (id: string, name: string, more: Partial<KeptFile> = {}): KeptFile => ({
  id,
  name,
  sha256: '',
  media_type: 'text/plain',
  entity: null,
  entity_id: null,
  number: null,
  kind: null,
  reference: null,
  ...more,
})

test('files lie with what they belong to, reports by case and number', () => {
  const report = { entity: 'reports', entity_id: 'r', number: 2, kind: 'final', reference: 'C/1' }
  expect(
    placesOf([file('1', 'mir.xml', report), file('2', 'a.txt'), file('3', 'A.txt')]).map(p => p.path),
  ).toEqual(['reports/C_1/r-2-final/mir.xml', 'files/other/a.txt', 'files/other/3-A.txt'])
})

test('no name leaves its folder or breaks a system', () => {
  expect(['../../etc/passwd', 'con.txt', '...', 'a\u202egnp.exe', ''].map(safeName)).toEqual([
    '_.._etc_passwd',
    '_con.txt',
    '_',
    'a_gnp.exe',
    '_',
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
      const safe = safeName(name)
      expect(safe).not.toMatch(/[/\\\p{Cc}]|^\.{1,2}$/u)
      expect([...safe].length).toBeLessThanOrEqual(121)
      expect(safe).not.toBe('')
    }),
  )
})
