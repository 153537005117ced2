import { runServer } from './run-server.js'
import { startServer } from './start.js'

await runServer(process.env, startServer)
