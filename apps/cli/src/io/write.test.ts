import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeIo } from '../testing.js'
import { makeFolder, writeOutputs } from './write.js'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-write-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const write = (outputs: Parameters<typeof writeOutputs>[1], inputs: string[] = []) =>
  writeOutputs(fakeIo({ cwd }), outputs, inputs)
const text = (name: string) => readFileSync(join(cwd, name), 'utf8')

describe('writing files', () => {
  it('writes over an older file and leaves nothing beside it', async () => {
    writeFileSync(join(cwd, 'a.xml'), 'old')
    await write([{ to: 'a.xml', content: 'new' }])
    expect([text('a.xml'), readdirSync(cwd)]).toEqual(['new', ['a.xml']])
  })

  it('writes all or none', async () => {
    writeFileSync(join(cwd, 'a.xml'), 'old')
    await expect(
      write([
        { to: 'a.xml', content: 'new' },
        { to: 'nix/b.pdf', content: 'new' },
      ]),
    ).rejects.toThrow('nix/b.pdf cannot be written: the folder nix does not exist. Make it first.')
    expect([text('a.xml'), readdirSync(cwd)]).toEqual(['old', ['a.xml']])
  })

  it('never writes over the file it read, whatever its name', async () => {
    writeFileSync(join(cwd, 'in.xml'), 'in')
    linkSync(join(cwd, 'in.xml'), join(cwd, 'hard.xml'))
    symlinkSync(join(cwd, 'in.xml'), join(cwd, 'soft.xml'))
    for (const to of ['in.xml', './in.xml', 'hard.xml', 'soft.xml']) {
      await expect(write([{ to, content: 'x' }], ['in.xml'])).rejects.toThrow(
        `${to} is the file that is read`,
      )
    }
    expect(text('in.xml')).toBe('in')
  })

  it('writes where a link points to', async () => {
    writeFileSync(join(cwd, 'real.xml'), 'old')
    symlinkSync(join(cwd, 'real.xml'), join(cwd, 'link.xml'))
    await write([{ to: 'link.xml', content: 'new' }])
    expect(text('real.xml')).toBe('new')
  })

  it('says that a folder is no file', async () => {
    mkdirSync(join(cwd, 'out'))
    await expect(write([{ to: 'out', content: 'x' }])).rejects.toThrow('out is a folder.')
  })

  it('writes to standard output for -', async () => {
    const io = fakeIo({ cwd })
    await writeOutputs(io, [{ to: '-', content: 'text' }])
    expect([io.stdout(), readdirSync(cwd)]).toEqual(['text', []])
  })
})

describe('making a folder', () => {
  it('makes those above it, and is content when it is there', async () => {
    await makeFolder(fakeIo({ cwd }), 'a/b/c')
    await makeFolder(fakeIo({ cwd }), 'a/b/c')
    expect(readdirSync(join(cwd, 'a/b'))).toEqual(['c'])
  })

  it('says why it cannot', async () => {
    writeFileSync(join(cwd, 'file'), '')
    await expect(makeFolder(fakeIo({ cwd }), 'file')).rejects.toThrow('file is a file, not a folder.')
    await expect(makeFolder(fakeIo({ cwd }), 'file/a/b')).rejects.toThrow('a part of its path is a file')
  })
})
