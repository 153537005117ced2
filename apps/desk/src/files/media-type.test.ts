import { expect, it } from 'vitest'
import { brokenPromise, mediaTypeOf } from './media-type.js'

const of = (text: string, name: string) => mediaTypeOf(Buffer.from(text, 'latin1'), name)

it.each([
  ['%PDF-1.7\n', 'a.pdf', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n', 'photo', 'image/png'],
  ['\xff\xd8\xff\xe0', 'photo.jpg', 'image/jpeg'],
  ['PK\x03\x04', 'table.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['PK\x03\x04', 'all.zip', 'application/zip'],
  ['<?xml version="1.0"?><incident/>', 'x', 'application/xml'],
  ['<incident version="7.3.1">', 'x.xml', 'application/xml'],
  ['  <!DOCTYPE html><p>', 'x.html', 'text/plain'],
  ['<svg onload=alert(1)>', 'x.svg', 'text/plain'],
  ['<?xml version="1.0"?><html xmlns="x"><script/>', 'x.xml', 'text/plain'],
  ['hello', 'note.txt', 'text/plain'],
  ['From: a@b\r\n', 'mail.eml', 'message/rfc822'],
  ['a;b\n', 'sales.csv', 'text/csv'],
  ['gr\xfcn', 'old.txt', 'text/plain'],
  ['\x00\x01\x02', 'x.bin', 'application/octet-stream'],
])('%j named %s is %s', (text, name, mediaType) => {
  expect(of(text, name).mediaType).toBe(mediaType)
})

it('says when a file is not what its name promises', () => {
  expect(brokenPromise('report.pdf', of('<html><script>alert(1)</script>', 'report.pdf'))).toBe(
    'The file is named .pdf, but it is a page of the web (HTML).',
  )
  expect(brokenPromise('photo.jpg', of('\x89PNG\r\n\x1a\n', 'photo.jpg'))).toMatch(/PNG/)
  expect(brokenPromise('report.pdf', of('%PDF-1.4', 'report.pdf'))).toBeUndefined()
  expect(brokenPromise('notes.html', of('<html>', 'notes.html'))).toBeUndefined()
  expect(brokenPromise('x.constructor', of('a', 'x.constructor'))).toBeUndefined()
})
