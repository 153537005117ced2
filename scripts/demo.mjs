// As `npm start`, with an invented world in a folder of its own: ./demo-data or VIGIE_DATA.
import { runDesk } from './desk.mjs'

runDesk('dist/demo/main.js')
