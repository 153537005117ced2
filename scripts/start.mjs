// An empty desk in the browser: installs, builds what is needed, prints the address. Data: ./vigie-data or VIGIE_DATA.
import { runDesk } from './desk.mjs'

runDesk('bin/vigie-desk.js')
