import type { Clock } from '../../clock'
import type { Random } from '../../random'
import { badRequest } from '../../rpc-error'
import { DC_ID } from '../../view/media'
import type { PhotoSize, StoredDocument, StoredFile, StoredPhoto } from '../../world/message'

const MOST_PARTS = 8000
const MOST_UNSENT_BYTES = 256 * 1024 * 1024

/** Files sent so far, whole and in parts (core.telegram.org/api/files). */
export class Files {
  private readonly parts = new Map<string, Map<number, Buffer>>()
  private dcId = DC_ID
  private readonly stored = new Map<bigint, StoredFile>()

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  savePart(owner: number, fileId: bigint, part: number, bytes: Buffer): void {
    if (part < 0 || part >= MOST_PARTS) throw badRequest('FILE_PART_INVALID')
    if (bytes.length === 0) throw badRequest('FILE_PART_EMPTY')
    if (bytes.length > 512 * 1024) throw badRequest('FILE_PART_TOO_BIG')
    const name = `${owner}/${fileId}`
    const known = this.parts.get(name) ?? new Map<number, Buffer>()
    known.set(part, bytes)
    this.parts.set(name, known)
    this.dropOldest(owner)
  }

  /** Uploads that were begun and never sent must not fill the memory: the oldest of their owner go first. */
  private dropOldest(owner: number): void {
    const mine = [...this.parts].filter(([name]) => name.startsWith(`${owner}/`))
    const size = (parts: Map<number, Buffer>) =>
      [...parts.values()].reduce((sum, { length }) => sum + length, 0)
    const sizes = mine.map(([name, parts]) => ({ name, bytes: size(parts) }))
    let total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    for (const { name, bytes } of sizes) {
      if (total <= MOST_UNSENT_BYTES) return
      total -= bytes
      this.parts.delete(name)
    }
  }

  /** The whole of an upload. @throws FILE_PARTS_INVALID, FILE_PART_n_MISSING */
  assemble(owner: number, fileId: bigint, count: number): Buffer {
    const known = this.parts.get(`${owner}/${fileId}`)
    if (count < 1 || count > MOST_PARTS) throw badRequest('FILE_PARTS_INVALID')
    const all: Buffer[] = []
    for (let part = 0; part < count; part++) {
      const bytes = known?.get(part)
      if (bytes === undefined) throw badRequest(`FILE_PART_${part}_MISSING`)
      all.push(bytes)
    }
    return Buffer.concat(all)
  }

  addPhoto(sizes: readonly PhotoSize[], stripped: Buffer | null): StoredPhoto {
    return this.keep({ kind: 'photo', ...this.identity(), sizes, stripped })
  }

  addDocument(
    details: Pick<StoredDocument, 'name' | 'mimeType' | 'bytes' | 'image' | 'thumb'> &
      Partial<Pick<StoredDocument, 'attributes'>>,
  ): StoredDocument {
    return this.keep({ kind: 'document', ...this.identity(), attributes: [], ...details })
  }

  /** @throws MEDIA_EMPTY if there is no such file, FILE_REFERENCE_EXPIRED if the reference is an old one. */
  find(id: bigint, accessHash: bigint, fileReference: Buffer): StoredFile {
    const media = this.stored.get(id)
    if (media === undefined || media.accessHash !== accessHash) throw badRequest('MEDIA_EMPTY')
    if (!media.fileReference.equals(fileReference)) throw badRequest('FILE_REFERENCE_EXPIRED')
    return media
  }

  /** From now on all files lie in this data centre, those that are here already as well. */
  moveTo(dcId: number): void {
    this.dcId = dcId
    for (const media of this.stored.values()) media.dcId = dcId
  }

  /** Every reference given out so far is worthless; the messages have new ones. */
  expireReferences(): void {
    for (const media of this.stored.values()) media.fileReference = this.random.bytes(16)
  }

  private identity() {
    const { random } = this
    return {
      id: random.big(),
      accessHash: random.big(),
      at: this.clock.now(),
      fileReference: random.bytes(16),
      dcId: this.dcId,
    }
  }

  private keep<M extends StoredFile>(media: M): M {
    this.stored.set(media.id, media)
    return media
  }
}
