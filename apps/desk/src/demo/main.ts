import { runServer } from '../run-server.js'
import { startDemo } from './demo.js'

await runServer({ VIGIE_DATA: 'demo-data', ...process.env }, startDemo)
