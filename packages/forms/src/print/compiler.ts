import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintFonts } from './fonts.js'

export type LoadCompiler = () => Promise<
  Pick<typeof import('@myriaddreamin/typst-ts-node-compiler'), 'NodeCompiler'>
>

/** Loaded at the first print: the package throws while loading where its program for this kind of computer is missing. */
export const loadTypst: LoadCompiler = () => import('@myriaddreamin/typst-ts-node-compiler')

export interface CompileInput {
  readonly source: string
  /** JSON for `sys.inputs.document`. */
  readonly document: string
  readonly standard: 'ua-1' | 'a-3a'
  /** Bytes the source can read under a name. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface Compiled {
  readonly pdf: Uint8Array
  readonly pages: number
}

/** A character, or a sequence of them, for which no font given has a glyph: the standards refuse such a document. */
export class NoGlyph extends Error {}

/** No such folder: the compiler's own file access finds nothing. */
const NOWHERE = process.platform === 'win32' ? 'C:\\vigie-no-such-folder' : '/vigie-no-such-folder'

/** A compiler keeps some memory of every run (measured: 0.3 MB a report); it is given up after this many. */
const RUNS = 50

interface Kept {
  readonly compiler: NodeCompiler
  readonly runs: number
}
const kept = new WeakMap<PrintFonts, Kept>()

function compilerFor(typst: Awaited<ReturnType<LoadCompiler>>, fonts: PrintFonts): NodeCompiler {
  const old = kept.get(fonts)
  if (old !== undefined && old.runs < RUNS) {
    kept.set(fonts, { ...old, runs: old.runs + 1 })
    return old.compiler
  }
  const fontBlobs = fonts.files.map(file => Buffer.from(file))
  const compiler = typst.NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs }] })
  kept.set(fonts, { compiler, runs: 1 })
  return compiler
}

/** Runs Typst once. Throws NoGlyph for a character that cannot be shown, Error for a fault in the source. */
export function compile(
  typst: Awaited<ReturnType<LoadCompiler>>,
  fonts: PrintFonts,
  input: CompileInput,
): Compiled {
  const compiler = compilerFor(typst, fonts)
  const separator = process.platform === 'win32' ? '\\' : '/'
  for (const [name, bytes] of input.files) compiler.mapShadow(NOWHERE + separator + name, Buffer.from(bytes))
  try {
    // Not compile() and then pdf(): the document between the two lives until the garbage collector runs, 4 MB each.
    const pdf = compiler.pdf(
      { mainFileContent: input.source, inputs: { document: input.document } },
      { pdfStandard: input.standard },
    )
    return { pdf: new Uint8Array(pdf), pages: pagesOf(pdf) }
  } catch (error) {
    const said =
      error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : String(error)
    throw /could not be displayed with font/.test(said) ? new NoGlyph(said) : error
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}

/** The number of pages as the page tree of this compiler's files states it: plain, and first in the file. */
function pagesOf(pdf: Buffer): number {
  const count = /\/Type \/Pages\s+\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]
  if (count === undefined) throw new Error('the PDF compiler wrote no page tree')
  return Number(count)
}
