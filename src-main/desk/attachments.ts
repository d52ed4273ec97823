import { randomUUID } from 'node:crypto'
import type { Attachment } from '../../src-preload/contract/files'
import { tooLargeToSend } from '../../src-preload/contract/limits'
import type { OutgoingFile } from '../core/outbox/entry'
import type { FileRoom } from '../core/ports'
import { Refusal } from '../core/refusal'

/** Files chosen for replies. Their bytes are safe in the profile before anyone hears of them. */
export class Attachments {
  /** Those no draft has yet. */
  private readonly chosen = new Map<string, OutgoingFile>()

  constructor(
    private readonly room: FileRoom,
    /** The files of all drafts: they outlive the process. */
    private readonly ofDrafts: () => readonly OutgoingFile[],
  ) {}

  /** @throws {@link Refusal} if it is empty or larger than the desk sends (T12). */
  check(name: string, sizeBytes: number): void {
    if (sizeBytes === 0) throw new Refusal('invalid-input', `${name} is empty.`, { field: 'attachments' })
    const tooLarge = tooLargeToSend(sizeBytes)
    if (tooLarge !== null) throw new Refusal('invalid-input', tooLarge, { field: 'attachments' })
  }

  /** @throws {@link Refusal} as {@link check} does. */
  async add(name: string, mime: string, bytes: Uint8Array): Promise<Attachment> {
    this.check(name, bytes.length)
    const file: OutgoingFile = {
      id: randomUUID(),
      path: await this.room.keep(name, bytes),
      name,
      mime: mime || 'application/octet-stream',
      sizeBytes: bytes.length,
    }
    this.chosen.set(file.id, file)
    return { id: file.id, name: file.name, mime: file.mime, sizeBytes: file.sizeBytes }
  }

  /** @throws {@link Refusal} if one is not known any more. */
  take(ids: readonly string[]): readonly OutgoingFile[] {
    const found = this.find(ids)
    return ids.map((id) => {
      const file = found.get(id)
      if (!file)
        throw new Refusal('not-found', 'A file is not there any more. Add it again.', {
          field: 'attachments',
        })
      return file
    })
  }

  /** Those of them that are still to be sent: one that went with a reply meanwhile is none of the draft's. */
  takeKnown(ids: readonly string[]): readonly OutgoingFile[] {
    const found = this.find(ids)
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  private find(ids: readonly string[]): ReadonlyMap<string, OutgoingFile> {
    const known = ids.length === 0 ? [] : [...this.ofDrafts(), ...this.chosen.values()]
    return new Map(known.map((file) => [file.id, file]))
  }

  /** They belong to a draft or a reply now. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.chosen.delete(id)
  }
}
