import { Command, CommanderError } from 'commander'
import { registerAssess } from './commands/assess.js'
import { registerAudit } from './commands/audit.js'
import { registerBackup } from './commands/backup.js'
import { registerCodes } from './commands/codes.js'
import { registerExport } from './commands/export.js'
import { registerLaw } from './commands/law.js'
import { registerMir } from './commands/mir.js'
import { registerRestore } from './commands/restore.js'
import { registerSchema } from './commands/schema.js'
import { registerSignal } from './commands/signal.js'
import { registerTrend } from './commands/trend.js'
import { registerUdi } from './commands/udi.js'
import type { Context, ExitCode } from './context.js'
import type { Io } from './io/io.js'
import { examples } from './text/examples.js'
import { printable } from './text/printable.js'
import { proseWidth } from './text/wrap.js'
import { VERSION } from './version.js'
import { WrongUse } from './wrong-use.js'

const REPORT_AT = 'the issues of the project (see CONTRIBUTING.md)'

/**
 * Runs the command with its arguments (without `node` and the script) and gives the exit code.
 * Never throws: a fault of the program becomes one sentence, and its stack is shown with VIGIE_DEBUG=1 only.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0
  const context: Context = {
    io,
    colours: true,
    end: other => {
      if (other > code) code = other
    },
  }
  try {
    await programOf(context).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return failed(error, io)
  }
}

async function failed(error: unknown, io: Io): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof WrongUse) {
    await io.err.write(`vigie: ${printable(error.message)}\n`)
    return 2
  }
  const debug = (io.env['VIGIE_DEBUG'] ?? '') !== ''
  const says = error instanceof Error ? error.message : String(error)
  await io.err.write(
    `vigie: This is a fault of vigie, not of your data (${says.split('\n')[0]}). ` +
      `Please report it with the command you gave at ${REPORT_AT}. Nothing was written.\n` +
      (debug && error instanceof Error
        ? `${error.stack}\n`
        : 'VIGIE_DEBUG=1 shows where in the program it happened.\n'),
  )
  return 2
}

function programOf(context: Context): Command {
  const { io } = context
  const program = new Command('vigie')
    .description('One incident in; every report due, to whom, by when and why; the MIR as XML and PDF.')
    .version(VERSION, '-V, --version', 'print the version')
    .option('--no-color', 'no colours, even on a terminal')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: text => void io.out.write(text),
      writeErr: text => void io.err.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'vigie: ')),
      getOutHelpWidth: () => proseWidth(io.out.columns),
      getErrHelpWidth: () => proseWidth(io.err.columns),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('Add --help to see how the command is used.')
    .exitOverride()
    .hook('preAction', command => {
      context.colours = command.opts<{ color: boolean }>().color
    })
  registerAssess(program, context)
  registerMir(program, context)
  registerUdi(program, context)
  registerCodes(program, context)
  registerLaw(program, context)
  registerSchema(program, context)
  registerBackup(program, context)
  registerRestore(program, context)
  registerExport(program, context)
  registerAudit(program, context)
  registerTrend(program, context)
  registerSignal(program, context)
  examples(program, [
    ['vigie assess case.json', 'what is due on a case, to whom and by when'],
    ['vigie udi "(01)07032069804988(10)0329"', 'read a label'],
    ['vigie codes search battery dead --annex A', 'find an IMDRF code by your own words'],
    ['vigie law explain EU-VIG-03', 'why and when a rule applies'],
  ])
  program.addHelpText(
    'after',
    '\nExit codes: 0 done, 1 done with findings that block, 2 not done (wrong use, unreadable file, wrong form).\n' +
      'Where a file is asked for, - stands for standard input.',
  )
  return program
}
