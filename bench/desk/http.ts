import { Agent, request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly etag: string
  readonly json: Record<string, unknown>
}

/** A client with connections that stay open, as a browser keeps them. */
export class Client {
  readonly #agent: Agent
  constructor(
    private readonly port: number,
    connections = 1,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  send(method: string, path: string, token: string, body?: object, ifMatch?: string): Promise<Reply> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    }
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path: path === '/' ? path : `/api${path}`,
          headers,
          agent: this.#agent,
        },
        response => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () => {
            const all = Buffer.concat(parts).toString('utf8')
            const isJson = String(response.headers['content-type']).includes('json')
            resolve({
              status: response.statusCode ?? 0,
              etag: response.headers.etag ?? '',
              json: isJson ? JSON.parse(all) : {},
            })
          })
        },
      )
      sent.on('error', reject)
      sent.end(text)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
