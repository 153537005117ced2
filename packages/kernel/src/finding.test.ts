import { expect, it } from 'vitest'
import { blocks, defineCatalogue, kind } from './finding.js'

it('builds findings with the code of their area', () => {
  const demo = defineCatalogue('DEMO', {
    EMPTY: kind<{ name: string }>(
      'blocks',
      'A needed text is empty.',
      p => `${p.name} is empty.`,
      () => 'Fill it in.',
    ),
  })
  const finding = demo.make.EMPTY({ path: 'device.name', place: '2.3.a' }, { name: 'The name' })
  expect(finding).toEqual({
    code: 'DEMO-EMPTY',
    severity: 'blocks',
    path: 'device.name',
    place: '2.3.a',
    message: 'The name is empty.',
    mend: 'Fill it in.',
  })
  expect(blocks([finding])).toBe(true)
})
