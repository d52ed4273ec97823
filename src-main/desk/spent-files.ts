import type { DeskState } from '../core/desk/state'
import type { OutgoingFile } from '../core/outbox/entry'
import type { FileRoom, Log } from '../core/ports'
import type { Attachments } from './attachments'

/** The room of files that wait to be sent, which also tells what it holds. */
export interface OutgoingRoom extends FileRoom {
  list(): Promise<readonly string[]>
}

/**
 * Removes files nobody will send any more: of replies that durably left the outbox, and what earlier runs
 * left behind. A file that any reply in the outbox or the composer still names is never touched.
 */
export class SpentFiles {
  constructor(
    private readonly room: Pick<OutgoingRoom, 'list' | 'remove'>,
    private readonly attachments: Pick<Attachments, 'holds'>,
    private readonly log: Log,
  ) {}

  /**
   * Removes what no waiting reply names. Only before anything can be chosen: a file that was just kept is
   * known to nobody yet.
   */
  async sweep(state: DeskState): Promise<void> {
    try {
      const needed = new Set(filesOf(state).map(({ path }) => path))
      for (const path of await this.room.list()) if (!needed.has(path)) await this.remove(path)
    } catch (error) {
      this.log.error('files left behind could not be looked for', error)
    }
  }

  /** Takes a commit: the files of replies that were sent or taken back go. */
  follow(before: DeskState, after: DeskState): void {
    if (before.outbox === after.outbox) return
    const gone = after.outbox.changedIds(before.outbox).flatMap((id) => {
      const entry = before.outbox.get(id)
      return entry?.kind === 'reply' && !after.outbox.has(id) ? entry.files : []
    })
    if (gone.length === 0) return
    const needed = new Set(filesOf(after).map(({ path }) => path))
    for (const { path } of gone)
      if (!needed.has(path) && !this.attachments.holds(path)) void this.remove(path)
  }

  private async remove(path: string): Promise<void> {
    try {
      await this.room.remove(path)
    } catch (error) {
      this.log.error('a file that was sent could not be removed', error)
    }
  }
}

function filesOf({ outbox }: DeskState): readonly OutgoingFile[] {
  return [...outbox.values()].flatMap((entry) => (entry.kind === 'reply' ? entry.files : []))
}
