import { expect, it } from 'vitest'
import { csvOf } from './export.js'

const columns = [{ header: 'Title, short', text: (r: string) => r }]

it('writes what a spreadsheet reads, and nothing that it runs', () => {
  expect(csvOf(columns, ['plain', 'a "b"\nc', '=1+1', '-5', '-cmd', '@x'])).toBe(
    '\uFEFF"Title, short"\r\nplain\r\n"a ""b""\nc"\r\n\'=1+1\r\n-5\r\n\'-cmd\r\n\'@x\r\n',
  )
})
