import { type Client, type Reply } from './http.js'
import { fieldsOf } from './questions.js'
import { caseId, MANUFACTURERS, type Who } from './world.js'

export interface Edited {
  readonly accepted: number
  readonly refused: number
  /** Cases whose end does not show every accepted edit. */
  readonly lost: number
}

/** Each editor counts the title of one of a few cases up by one, again and again; who comes late looks again. */
export async function editors(
  client: Client,
  who: Who,
  how: { readonly editors: number; readonly cases: number; readonly seconds: number },
): Promise<Edited> {
  const accepted = new Map<string, number>()
  let refused = 0
  const ids = Array.from({ length: how.cases }, (_, i) => caseId(i * MANUFACTURERS))
  const paths = ids.map(id => `/cases/${id}`)
  const begun = new Map<string, number>()
  for (const path of paths) {
    const seen = await client.send('GET', path, who.token)
    const made = await put(client, who, path, seen, 'Edits 0')
    begun.set(path, Number(made.json['version']))
  }
  const end = performance.now() + how.seconds * 1000
  const edit = async (path: string) => {
    while (performance.now() < end) {
      const seen = await client.send('GET', path, who.token)
      const count = Number(/\d+$/.exec(String(seen.json['title']))?.[0])
      const reply = await put(client, who, path, seen, `Edits ${count + 1}`)
      if (reply.status === 200) accepted.set(path, (accepted.get(path) ?? 0) + 1)
      else if (reply.status === 412) refused++
      else throw new Error(`an editor got ${reply.status}: ${JSON.stringify(reply.json)}`)
    }
  }
  await Promise.all(Array.from({ length: how.editors }, (_, i) => edit(paths[i % paths.length] ?? '')))
  let lost = 0
  for (const path of paths) {
    const { json } = await client.send('GET', path, who.token)
    const n = accepted.get(path) ?? 0
    if (json['title'] !== `Edits ${n}` || json['version'] !== (begun.get(path) ?? 0) + n) lost++
  }
  return { accepted: [...accepted.values()].reduce((a, b) => a + b, 0), refused, lost }
}

function put(client: Client, who: Who, path: string, seen: Reply, title: string): Promise<Reply> {
  return client.send('PUT', path, who.token, { ...fieldsOf(seen.json), title }, seen.etag)
}
