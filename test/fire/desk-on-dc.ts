import { join } from 'node:path'
import { FolderRoom } from '../../src-main/adapters/files/folder-room'
import type { Disk } from '../../src-main/adapters/store/disk'
import { nodeDisk } from '../../src-main/adapters/store/node-disk'
import { openJournal } from '../../src-main/adapters/store/open-journal'
import { MtprotoTelegram } from '../../src-main/adapters/telegram/mtproto-telegram'
import type { Recorded } from '../../src-main/core/desk/events'
import { evolve } from '../../src-main/core/desk/evolve'
import { emptyDesk } from '../../src-main/core/desk/state'
import type { Clock, Desktop, Journal, OpenedJournal, Secrets } from '../../src-main/core/ports'
import { ApiCredentials, apiVariables } from '../../src-main/desk/api-credentials'
import { type RunningDesk, startDesk } from '../../src-main/start-desk'
import { type LocalAddress, localEndpoint } from '../runtime/local-endpoint'
import { strict } from '../unit/src-main/desk/strict'
import { pause } from './pause'

const environment = { [apiVariables.id]: '12345', [apiVariables.hash]: '0123456789abcdef0123456789abcdef' }

/** Where a desk of a test lives: what outlives its runs. */
export interface Home {
  readonly folder: string
  readonly dc: LocalAddress
  readonly secrets: Secrets
  readonly clock: Clock
  readonly disk?: Disk
  /** What the computer's desktop is asked for; nothing but the duty may be, if absent. */
  readonly desktop?: Partial<Desktop>
  /** Hears of events once they are durable. */
  readonly onKept?: (events: readonly Recorded[]) => void
  /** Hears of damage, which is then set aside; absent where there must be none. */
  readonly onDamage?: (found: Extract<OpenedJournal, { kind: 'damaged' }>) => void
}

/** The real desk on the real adapter and the real store, without a window. */
export interface DeskOnDc {
  readonly desk: RunningDesk
  readonly journal: Journal
  /** What it logged as an error. */
  readonly errors: readonly string[]
  stop(): Promise<void>
  /** The desk is gone at once, as when the power fails: nothing more of it reaches Telegram. */
  vanish(): Promise<void>
}

/** Starts a desk on what earlier runs left in its home. @throws if the journal is not whole. */
export async function startDeskOnDc({
  folder,
  dc,
  secrets,
  clock,
  disk = nodeDisk,
  onDamage,
  onKept,
  desktop = {},
}: Home): Promise<DeskOnDc> {
  const errors: string[] = []
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (what: string, error?: unknown) =>
      void errors.push(`${what}: ${error instanceof Error ? error.stack : String(error ?? '')}`),
  }
  const directory = join(folder, 'journal')
  let opened = await openJournal({
    ...{ directory, evolve, empty: emptyDesk, log, disk, rules: 'fire', segmentBytes: 4 << 20 },
  })
  if (opened.kind === 'damaged' && onDamage) {
    onDamage(opened)
    opened = await opened.keepIntact()
  }
  if (opened.kind !== 'ready') throw new Error(`the journal is ${opened.kind}: ${opened.what}`)
  const { journal } = opened
  if (onKept) {
    const append = journal.append.bind(journal)
    journal.append = (events, next) => append(events, next).then(() => onKept(events))
  }
  const lines: MtprotoTelegram[] = []
  const desk = await startDesk({
    ...{ journal, secrets, clock, log },
    api: new ApiCredentials(secrets, environment),
    openTelegram: (accountId) => {
      const endpoint = localEndpoint(dc)
      const api = async () => ({
        id: Number(environment[apiVariables.id]),
        hash: environment[apiVariables.hash] ?? '',
      })
      const line = new MtprotoTelegram({ accountId, secrets, clock, log, api, endpoint })
      lines.push(line)
      return line
    },
    notifications: {
      state: { kind: 'working' },
      show: () => undefined,
      withdraw: () => undefined,
      listen: () => undefined,
    },
    outgoing: new FolderRoom(join(folder, 'outgoing')),
    received: new FolderRoom(join(folder, 'received')),
    freeBytes: async () => 10 * 1024 ** 3,
    desktop: strict<Desktop>('desktop', { showDuty: () => undefined, ...desktop }),
    tell: () => undefined,
    comeForward: () => undefined,
    changedSettings: () => undefined,
  })
  // As a window does: what Telegram has to tell begins after the first page.
  await desk.handlers.queue.page({ view: 'all', from: 0, count: 1 })
  return {
    desk,
    journal,
    errors,
    stop: () => desk.stop(),
    vanish: async () => {
      desk.stop().catch(() => undefined)
      // What waits for a disk that never answers would wait for ever.
      const stopped = Promise.all(lines.map((line) => line.stop())).catch(() => undefined)
      await Promise.race([stopped, pause(60)])
    },
  }
}
