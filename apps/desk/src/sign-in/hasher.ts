import { hash, verify } from '@node-rs/argon2'

/** Hashes passwords and compares one with its hash. */
export interface Hasher {
  hash(password: string): Promise<string>
  verify(stored: string, password: string): Promise<boolean>
  /** A hash of no password, made as the others are: an unknown account costs the same time as a known one. */
  readonly decoy: string
}

/** The library's enumeration is one that single files cannot read; a test looks at the hash it makes. */
const ARGON2ID = 2
/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** argon2id (RFC 9106), off the main thread. */
export async function argon2Hasher(random: (bytes: number) => Uint8Array): Promise<Hasher> {
  const make = (password: string) => hash(password.normalize('NFKC'), { ...COST, salt: random(16) })
  return {
    hash: make,
    verify: (stored, password) => verify(stored, password.normalize('NFKC')),
    decoy: await make(Buffer.from(random(32)).toString('base64')),
  }
}
