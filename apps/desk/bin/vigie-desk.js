#!/usr/bin/env node
import { existsSync } from 'node:fs'

const built = new URL('../dist/main.js', import.meta.url)
if (existsSync(built)) {
  await import(built.href)
} else {
  process.stderr.write('The desk is not built yet. Run "npm run setup" in the repository root first.\n')
  process.exitCode = 2
}
