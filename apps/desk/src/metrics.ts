/** Counters of this process, written in the text format of Prometheus. Counts only: no names, no ids. */
export interface Metrics {
  count(name: MetricName, labels?: Readonly<Record<string, string>>): void
  text(): string
}

const HELP = {
  requests: 'Requests answered, by method, route and status.',
  problems: 'Problems answered, by code.',
  sign_ins: 'Attempts to sign in, by result.',
} as const
export type MetricName = keyof typeof HELP

export function newMetrics(): Metrics {
  const values = new Map<string, number>()
  return {
    count(name, labels = {}) {
      const shown = Object.entries(labels).map(([k, v]) => `${k}="${v.replaceAll(/["\\\n]/g, '_')}"`)
      const key = `vigie_${name}_total{${shown.join(',')}}`
      values.set(key, (values.get(key) ?? 0) + 1)
    },
    text() {
      const lines = Object.entries(HELP).flatMap(([name, help]) => [
        `# HELP vigie_${name}_total ${help}`,
        `# TYPE vigie_${name}_total counter`,
        ...[...values].filter(([k]) => k.startsWith(`vigie_${name}_total{`)).map(([k, v]) => `${k} ${v}`),
      ])
      return `${lines.join('\n')}\n`
    },
  }
}
