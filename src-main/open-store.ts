import { defaultSettings } from '../src-preload/contract/default-settings'
import type { Handlers } from '../src-preload/contract/desk'
import type { Settings } from '../src-preload/contract/settings'
import type { Startup } from '../src-preload/contract/status'
import type { Disk } from './adapters/store/disk'
import { openJournal } from './adapters/store/open-journal'
import { evolve } from './core/desk/evolve'
import { emptyDesk } from './core/desk/state'
import type { Journal, Log, OpenedJournal } from './core/ports'
import type { Tell } from './desk/broadcaster'

/** A hash of src-main/core, put in by the build: a checkpoint folded by other rules is not trusted. */
declare const __CORE_RULES__: string

/** What opening needs. */
export interface StoreSetup {
  readonly directory: string
  readonly log: Log
  readonly tell: Tell
  readonly quit: () => void
  readonly disk?: Disk
}

/** The journal on its way: how it was found, and the journal once it can be used. */
export interface OpeningStore {
  /** Resolves when there is a journal to work with: at once, or after the agent chose to repair. */
  readonly journal: Promise<Journal>
  readonly handlers: Pick<Handlers['desk'], 'startup' | 'repair'>
  /** The settings as they stand; the defaults until the journal is open. */
  settings(): Settings
  /** Runs something if the journal was opened, else nothing: there is nothing to let go of. */
  ifOpen(run: () => Promise<void>): Promise<void>
}

/** Opens the journal, and lets the agent decide where it is damaged. */
export function openStore({ directory, log, tell, quit, disk }: StoreSetup): OpeningStore {
  let open: Journal | null = null
  let give: (journal: Journal) => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  const journal = new Promise<Journal>((resolve, reject) => {
    give = resolve
    fail = reject
  })
  const settle = (found: OpenedJournal): OpenedJournal => {
    if (found.kind === 'ready') {
      open = found.journal
      give(found.journal)
    }
    return found
  }
  let opening: Promise<OpenedJournal> = openJournal({
    ...{ directory, evolve, empty: emptyDesk, log, rules: __CORE_RULES__ },
    ...(disk ? { disk } : {}),
  }).then(settle)
  opening.catch(fail)
  return {
    journal,
    handlers: {
      startup: async () => startupOf(await opening),
      repair: async ({ action }) => {
        if (action === 'quit') return quit()
        const damaged = opening
        const found = await damaged
        if (found.kind !== 'damaged') return
        if (opening !== damaged) return void (await opening)
        opening = found.keepIntact().then(settle)
        // What could not be repaired now is as damaged as before: the agent can try again.
        opening.catch(() => {
          opening = damaged
        })
        tell('startup-changed', startupOf(await opening))
      },
    },
    settings: () => open?.state.settings ?? defaultSettings,
    ifOpen: async (run) => {
      if (open) await run()
    },
  }
}

function startupOf(found: OpenedJournal): Startup {
  switch (found.kind) {
    case 'ready':
      return { kind: 'ready' }
    case 'damaged': {
      const { what, intact, damagedBytes, file } = found
      return { kind: 'repair', what, intact, damagedBytes, file }
    }
    case 'newer-format':
    case 'in-use':
      return { kind: found.kind, what: found.what }
  }
}
