import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintFonts } from './fonts.js'

export type LoadCompiler = () => Promise<Pick<typeof import('@myriaddreamin/typst-ts-node-compiler'), 'NodeCompiler'>>

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

const compilers = new WeakMap<PrintFonts, NodeCompiler>()

/** Runs Typst once. Throws NoGlyph for a character that cannot be shown, Error for a fault in the source. */
export function compile(
  typst: Awaited<ReturnType<LoadCompiler>>,
  fonts: PrintFonts,
  input: CompileInput,
): Compiled {
  let compiler = compilers.get(fonts)
  if (compiler === undefined) {
    const fontBlobs = fonts.files.map(file => Buffer.from(file))
    compiler = typst.NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs }] })
    compilers.set(fonts, compiler)
  }
  const separator = process.platform === 'win32' ? '\\' : '/'
  for (const [name, bytes] of input.files) compiler.mapShadow(NOWHERE + separator + name, Buffer.from(bytes))
  try {
    const run = compiler.compile({ mainFileContent: input.source, inputs: { document: input.document } })
    const { result } = run
    if (result === null) throw new Error(`the print template does not compile: ${diagnostics(run.takeDiagnostics())}`)
    const pdf = compiler.pdf(result, { pdfStandard: input.standard })
    return { pdf: new Uint8Array(pdf), pages: result.numOfPages }
  } catch (error) {
    const said = error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : String(error)
    throw /could not be displayed with font/.test(said) ? new NoGlyph(said) : error
  } finally {
    compiler.resetShadow()
    compiler.evictCache(2)
  }
}

function diagnostics(error: { readonly shortDiagnostics: readonly unknown[] } | null): string {
  return JSON.stringify(error?.shortDiagnostics ?? [])
}
