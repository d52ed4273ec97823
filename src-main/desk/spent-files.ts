import type { KeptDraft } from '../core/conversation/kept-draft'
import type { Change } from '../core/desk/change'
import type { DeskState } from '../core/desk/state'
import type { OutboxEntry, OutgoingFile } from '../core/outbox/entry'
import type { FileRoom, Log } from '../core/ports'

/** The room of files that wait to be sent, which also tells what it holds. */
export interface OutgoingRoom extends FileRoom {
  list(): Promise<readonly string[]>
}

/**
 * Removes files nobody will send any more: of replies that durably left the outbox, of drafts they were taken out
 * of, and what earlier runs left behind. A file that any reply in the outbox or any draft names is never touched.
 */
export class SpentFiles {
  constructor(
    private readonly room: Pick<OutgoingRoom, 'list' | 'remove'>,
    private readonly log: Log,
    /** Where what is decided leads: a reply that is not durable yet may name a file that a draft has lost. */
    private readonly decided: () => DeskState,
  ) {}

  /**
   * What no waiting reply and no draft names. Only before anything can be chosen: a file that was just kept is
   * known to nobody yet.
   */
  async leftBehind(state: DeskState): Promise<readonly string[]> {
    try {
      const needed = neededPaths(state)
      return (await this.room.list()).filter((path) => !needed.has(path))
    } catch (error) {
      this.log.error('files left behind could not be looked for', error)
      return []
    }
  }

  /** Removes what was {@link leftBehind}; no hurry. */
  async sweep(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.remove(path)
  }

  /** Takes a commit: the files of what was sent, taken back or taken out go. */
  follow(change: Change): void {
    const { before, after } = change
    const changed = [
      ...change.ids('outbox').map((id) => before.outbox.get(id)),
      ...change.ids('drafts').map((id) => before.drafts.get(id)),
    ]
    const named = changed.flatMap((one) => (one ? filesOf(one) : []))
    if (named.length === 0) return
    const needed = neededPaths(after)
    const spent = named.filter(({ path }) => !needed.has(path))
    if (spent.length === 0) return
    const soon = neededPaths(this.decided())
    for (const { path } of spent) if (!soon.has(path)) void this.remove(path)
  }

  private async remove(path: string): Promise<void> {
    try {
      await this.room.remove(path)
    } catch (error) {
      this.log.error('a file nobody sends could not be removed', error)
    }
  }
}

/** The files of all drafts, for whoever sends them. */
export const filesOfDrafts = ({ drafts }: DeskState): readonly OutgoingFile[] =>
  [...drafts.values()].flatMap(filesOf)

function neededPaths({ outbox, drafts }: DeskState): ReadonlySet<string> {
  return new Set([...outbox.values(), ...drafts.values()].flatMap(filesOf).map(({ path }) => path))
}

function filesOf(one: OutboxEntry | KeptDraft): readonly OutgoingFile[] {
  return ('files' in one ? one.files : undefined) ?? []
}
