import { expect, it } from 'vitest'
import { inFields } from './conflict.js'

it('tells a change of a column with the name of the field', () => {
  expect(inFields({ path: '/basic_udi_di', after: 'x' })).toEqual({ path: '/basicUdiDi', after: 'x' })
  expect(inFields({ path: '/details/event/outcomes' }, { details: 'file' }).path).toBe('/file/event/outcomes')
})
