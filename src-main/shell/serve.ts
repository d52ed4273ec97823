import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { type Command, commands } from '../../src-preload/contract/commands'
import type { Handlers } from '../../src-preload/contract/desk'
import type { Outcome } from '../../src-preload/contract/outcome'
import { readInput } from '../../src-preload/contract/read-input'
import type { Log } from '../core/ports'
import { Refusal } from '../core/refusal'
import { failureOf } from './failure-of'

type Members = Readonly<Record<string, Command<unknown, unknown>>>
type Runs = Readonly<Record<string, Readonly<Record<string, (input: unknown) => unknown>>>>

/**
 * Answers every command of the contract. Here, and nowhere else, a sender is checked and an input is read:
 * behind it, handlers may rely on both. What it answers never rejects (contract/outcome.ts).
 *
 * ```ts
 * serve(ipcMain, handlers, trustWindows(() => BrowserWindow.getAllWindows()), log)
 * ```
 *
 * @param trusts whether a sender may ask at all, see {@link trustWindows}
 */
export function serve(
  ipc: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  trusts: (event: IpcMainInvokeEvent) => boolean,
  log: Log,
): void {
  // The types of Handlers tie each function to its schema; a loop over names cannot carry that, so it ends here.
  const runs = handlers as unknown as Runs
  for (const [group, members] of Object.entries<Members>(commands)) {
    for (const [name, { input }] of Object.entries(members)) {
      const channel = `${group}.${name}`
      const run = runs[group]?.[name]
      if (!run) throw new Error(`Nothing answers ${channel}.`)
      ipc.handle(channel, async (event, raw: unknown): Promise<Outcome<unknown>> => {
        try {
          if (!trusts(event)) {
            log.warn('A stranger asked something and was refused.', { channel })
            throw new Refusal('forbidden', 'Only the window of Topicdesk may ask this.')
          }
          const read = readInput(input, raw)
          return read.ok ? { ok: true, value: await run(read.value) } : read
        } catch (error) {
          return { ok: false, failure: failureOf(error, channel, log) }
        }
      })
    }
  }
}
