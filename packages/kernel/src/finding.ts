/**
 * A finding is something wrong, missing or worth a look in the user's data. It is a value, never an exception:
 * all findings of an input are returned together, each with its place and the way out.
 */
export interface Finding {
  /** Stable code, `AREA-NAME`, listed in the catalogue of its package. */
  readonly code: string
  readonly severity: Severity
  /** Where in the input: a JSON path (`device.udiDi`), an XML path (`/incident/admin_info/ncaName`) or `line 3`. */
  readonly path: string
  /** The place in the words of the official form or document, for example the section letter `1.2.c`. */
  readonly place?: string
  /** One plain sentence: what is wrong. */
  readonly message: string
  /** One plain sentence: what to do about it. */
  readonly mend: string
}

/**
 * `blocks`: the input cannot be used, exported or sent as it stands.
 * `may-stay-unknown`: an answer is wanted, but the law lets it stay open for now.
 * `recommended`: correct as it stands, but worth a look.
 */
export type Severity = 'blocks' | 'may-stay-unknown' | 'recommended'

/** One entry of a catalogue of findings: the severity and the two sentences, built from typed parameters. */
export interface FindingKind<P> {
  readonly severity: Severity
  /** What the code stands for, for the documentation. */
  readonly about: string
  readonly says: (p: P) => string
  readonly mend: (p: P) => string
}

type Params<K> = K extends FindingKind<infer P> ? P : never
type Where = { readonly path: string; readonly place?: string }
export type Catalogue<T> = {
  readonly area: string
  readonly kinds: T
  readonly make: { readonly [K in keyof T]: (where: Where, params: Params<T[K]>) => Finding }
}

/**
 * Declares the findings of one area. `make.X({ path }, params)` builds the finding with code `AREA-X`.
 *
 * @example
 * const found = defineCatalogue('DEMO', {
 *   EMPTY: kind<{ name: string }>('blocks', 'A needed text is empty.', p => `${p.name} is empty.`, () => 'Fill it in.'),
 * })
 * found.make.EMPTY({ path: 'a' }, { name: 'Name' }).code // 'DEMO-EMPTY'
 */
export function defineCatalogue<const T extends Record<string, FindingKind<never>>>(
  area: string,
  kinds: T,
): Catalogue<T> {
  const make = Object.fromEntries(
    Object.entries(kinds).map(([name, k]) => [
      name,
      (where: Where, params: never): Finding => ({
        code: `${area}-${name}`,
        severity: k.severity,
        path: where.path,
        ...(where.place === undefined ? {} : { place: where.place }),
        message: k.says(params),
        mend: k.mend(params),
      }),
    ]),
  )
  return { area, kinds, make: make as Catalogue<T>['make'] }
}

/** Shorthand for one catalogue entry; see {@link defineCatalogue}. */
export function kind<P>(
  severity: Severity,
  about: string,
  says: (p: P) => string,
  mend: (p: P) => string,
): FindingKind<P> {
  return { severity, about, says, mend }
}

/** Whether any of the findings blocks the use of the input. */
export function blocks(findings: readonly Finding[]): boolean {
  return findings.some(f => f.severity === 'blocks')
}
