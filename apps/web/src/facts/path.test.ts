import { expect, it } from 'vitest'
import { getAt, pathText, setAt } from './path.js'

const file = { devices: [{ name: 'A' }, { name: 'B' }], event: { patient: { age: 1 } }, reference: 'R' }

it('sets deep in, without touching the rest', () => {
  expect(setAt(file, ['devices', 1, 'name'], 'C')).toEqual({
    ...file,
    devices: [{ name: 'A' }, { name: 'C' }],
  })
  expect(setAt(file, ['report', 'comments'], 'x')).toEqual({ ...file, report: { comments: 'x' } })
  expect(setAt(file, ['importers', 0, 'name'], 'I')).toEqual({ ...file, importers: [{ name: 'I' }] })
})

it('takes away with what is left empty', () => {
  expect(setAt(file, ['event', 'patient', 'age'], undefined)).toEqual({
    devices: file.devices,
    reference: 'R',
  })
  expect(setAt(file, ['devices', 0], undefined)).toEqual({ ...file, devices: [{ name: 'B' }] })
  expect(setAt(file, ['devices', 0, 'name'], undefined)).toEqual({ ...file, devices: [{}, { name: 'B' }] })
})

it('reads and writes paths', () => {
  expect(getAt(file, ['devices', 1, 'name'])).toBe('B')
  expect(getAt(file, ['a', 'b'])).toBeUndefined()
  expect(pathText(['file', 'devices', 0, 'markets'])).toBe('file.devices[0].markets')
})
