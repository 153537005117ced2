import { describe, expect, it } from 'vitest'
import { diffRest } from './diff-rest.js'
import { mir721 } from './mir/7.2.1/table.js'
import { mir731 } from './mir/7.3.1/table.js'
import { newReport } from './report.js'

const report = newReport(mir721)
const piece = (xml: string) => ({ kind: 'comment', in: '', xml }) as const

describe('what two reports differ in beside their fields', () => {
  it('is nothing between equals', () => expect(diffRest(report, report)).toEqual([]))

  it('is an attribute that changed, came or went', () => {
    const [later, stamped] = [newReport(mir731), { ...report, attributes: { ...report.attributes, a: 'x' } }]
    expect(diffRest(report, later)).toMatchObject([{ what: 'attribute version', after: '7.3.1' }])
    expect(diffRest(report, stamped)).toEqual([{ what: 'attribute a', after: 'x' }])
    expect(diffRest(stamped, report)).toEqual([{ what: 'attribute a', before: 'x' }])
  })

  it('is a piece that only one of the two has, however often', () => {
    const before = { ...report, unplaced: [piece('<!--a-->'), piece('<!--a-->')] }
    const after = { ...report, unplaced: [piece('<!--b-->'), piece('<!--a-->')] }
    expect(diffRest(before, after)).toEqual([
      { what: 'piece without a place in the form', before: '<!--a-->' },
      { what: 'piece without a place in the form', after: '<!--b-->' },
    ])
  })
})
