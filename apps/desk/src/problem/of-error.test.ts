import { RecordError } from '@vigie/record'
import { expect, it } from 'vitest'
import { problemOf } from './of-error.js'
import { Problem } from './problem.js'

const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more })

it.each([
  [new Problem('forbidden'), 'forbidden'],
  [new RecordError('lock-lost', 'x'), 'unavailable'],
  [new RecordError('file-too-large', 'x'), 'too-large'],
  [new RecordError('file-damaged', 'x'), 'file-damaged'],
  [coded('42501'), 'forbidden'],
  [coded('23505'), 'duplicate'],
  [coded('57P01'), 'unavailable'],
  [coded('53100'), 'unavailable'],
  [coded('ECONNREFUSED'), 'unavailable'],
  [new Error('Connection terminated unexpectedly'), 'unavailable'],
  [new Error('anything else'), 'internal'],
  ['a text', 'internal'],
] as const)('%s', (error, code) => {
  expect(problemOf(error).code).toBe(code)
})

it('names the field that points to nothing', () => {
  const error = coded('23503', { constraint: 'devices_tenant_id_family_id_fkey' })
  expect(problemOf(error).details.findings).toMatchObject([{ code: 'DESK-REFERENCE', path: 'familyId' }])
})
