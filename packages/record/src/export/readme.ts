import type { KeptFile } from './places.js'

export interface Listed {
  readonly path: string
  readonly noun: string
  readonly rows: number
}

interface About {
  readonly tenantId: string
  readonly name: string
  readonly at: string
  readonly listed: readonly Listed[]
  readonly written: readonly { readonly path: string; readonly file: KeptFile }[]
  readonly missing: readonly string[]
}

/** What each noun is, in words; a noun that is not here is shown by its name alone. */
const WORDS: Readonly<Record<string, string>> = {
  tenants: 'the organisation itself and its settings',
  people: 'people with an account, without their secrets',
  memberships: 'who had which role, from when',
  mandates: 'who may act for whom, where, from when to when',
  organisations: 'economic operators as they were known',
  organisation_roles: 'their roles',
  device_families: 'Basic UDI-DIs',
  devices: 'UDI-DIs',
  certificates: 'certificates of device families',
  markets: 'where devices are sold',
  sales: 'numbers sold, by country and period',
  signals: 'what came in: complaints, incidents and the like, with instant and zone',
  cases: 'cases; the field details is the case file that vigie assess reads',
  case_signals: 'which signal belongs to which case',
  case_devices: 'which device belongs to which case',
  facts: 'facts of cases with source and certainty',
  obligations: 'what the law asked, by when and why (trace)',
  report_chains: 'one chain of reports a case and addressee',
  report_drafts: 'reports while they were written',
  reports: 'issued reports; their XML and PDF are in the folder reports',
  submissions: 'how and when a report was sent',
  receipts: 'what proves it',
  files: 'names, types and SHA-256 of all files',
  tasks: 'tasks',
  signatures: 'signatures with meaning, time and the hash of what was signed',
  audit_events: 'the audit trail: who, when, what before and after, why',
}

/** The page that says what is what, for a browser and for a text editor. */
export function readme(about: About): readonly { readonly path: string; readonly text: string }[] {
  return [
    { path: 'README.md', text: plain(about) },
    { path: 'index.html', text: page(about) },
    {
      path: 'audit/README.md',
      text: `# The audit trail

events.json has all events of the tenant in their order. \`hash\` of an event is the SHA-256 of the canonical JSON
(RFC 8785) of these fields: tenant_id, seq, at, zone, actor_tenant_id, actor_id, action, entity, entity_id,
entity_version, reason, changes, row_hash, software, prev_hash. \`prev_hash\` is the hash of the event before, empty for
the first. \`row_hash\` is the SHA-256 of the canonical JSON of the record without its empty fields, as it stands in the
file of its noun: so anybody can verify the trail without this program.
`,
    },
  ]
}

const wordsOf = (noun: string) => WORDS[noun] ?? noun.replaceAll('_', ' ')

function plain({ name, tenantId, at, listed, written, missing }: About): string {
  return [
    `# ${name.replaceAll('\n', ' ')}`,
    '',
    `Everything the desk kept of this tenant (${tenantId}), as of ${at}. Open index.html in a browser for the same with links.`,
    '',
    '| file | rows | what |',
    '|---|---|---|',
    ...listed.map(l => `| ${l.path} | ${l.rows} | ${wordsOf(l.noun)} |`),
    `| reports/, files/ | ${written.length} | the files, under the names they came with |`,
    '',
    'Instants are in UTC; fields ending in _zone say where the person was. Days are YYYY-MM-DD.',
    ...(missing.length === 0
      ? []
      : ['', `MISSING, because the desk no longer had their bytes: ${missing.join(', ')}`]),
    '',
  ].join('\n')
}

function page({ name, tenantId, at, listed, written, missing }: About): string {
  const link = (path: string) =>
    `<a href="${escape(path.split('/').map(encodeURIComponent).join('/'))}">${escape(path)}</a>`
  const rows = listed.map(
    l => `<tr><td>${link(l.path)}</td><td>${l.rows}</td><td>${escape(wordsOf(l.noun))}</td></tr>`,
  )
  const files = written.map(
    ({ path, file }) =>
      `<tr><td>${link(path)}</td><td>${escape(file.media_type)}</td><td><code>${file.sha256}</code></td></tr>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(name)}</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse } th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top }
code { font-size: .8rem; overflow-wrap: anywhere }</style>
<h1>${escape(name)}</h1>
<p>Everything the desk kept of this tenant (${escape(tenantId)}), as of ${escape(at)}. Instants are in UTC.</p>
<h2>Records</h2>
<table><tr><th>File<th>Rows<th>What</tr>
${rows.join('\n')}
</table>
<p>${link('audit/README.md')} says how to verify the trail without this program.</p>
<h2>Files</h2>
<table><tr><th>File<th>Type<th>SHA-256</tr>
${files.join('\n')}
</table>
${missing.length === 0 ? '' : `<p><strong>Missing</strong>, because the desk no longer had their bytes: ${escape(missing.join(', '))}</p>`}
</html>
`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
