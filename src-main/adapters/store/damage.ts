/** Part of the journal that was once durable cannot be read any more. Caught at opening, shown as a screen. */
export class JournalDamage extends Error {
  override readonly name = 'JournalDamage'

  constructor(
    /** One sentence for the repair screen. */
    readonly what: string,
    /** The first file concerned. */
    readonly file: string,
    /** Where its readable part ends; 0 if it has none. */
    readonly intactBytes: number,
    /** The last event before the damage; all up to it is intact. */
    readonly intactSeq: number,
    /** Bytes of the journal that lie behind that point, readable or not. */
    readonly damagedBytes: number,
  ) {
    super(what)
  }
}

/** The store was written by a newer Topicdesk, whose format this one must not touch. */
export class NewerFormat extends Error {
  override readonly name = 'NewerFormat'

  constructor(readonly format: number) {
    super(
      `This desk was last opened by a newer Topicdesk (format ${format}, this one knows ${currentFormat}). Install the newer one to go on; nothing was changed.`,
    )
  }
}

/** The format this code writes: 2, segments and checkpoints. Format 1 was one file; see migrate.ts. */
export const currentFormat = 2
