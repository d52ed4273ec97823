import type { Clock } from '../../clock'
import type { Random } from '../../random'
import { badRequest } from '../../rpc-error'
import { DC_ID } from '../../view/media'
import type { PhotoSize, StoredDocument, StoredFile, StoredPhoto } from '../../world/message'

const MOST_PARTS = 8000
const LARGEST_PART = 512 * 1024
const MOST_UNSENT_BYTES = 256 * 1024 * 1024
const MOST_UNSENT_OF_ALL = 2 * MOST_UNSENT_BYTES

/** One file on its way, part by part. */
interface Upload {
  readonly owner: number
  readonly parts: Map<number, Buffer>
  bytes: number
}

/** Files sent so far, whole and in parts (core.telegram.org/api/files). */
export class Files {
  private readonly uploads = new Map<string, Upload>()
  private dcId = DC_ID
  private readonly stored = new Map<bigint, StoredFile>()

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  savePart(owner: number, fileId: bigint, part: number, bytes: Buffer): void {
    if (part < 0 || part >= MOST_PARTS) throw badRequest('FILE_PART_INVALID')
    if (bytes.length === 0) throw badRequest('FILE_PART_EMPTY')
    if (bytes.length > LARGEST_PART) throw badRequest('FILE_PART_TOO_BIG')
    const name = `${owner}/${fileId}`
    const upload = this.uploads.get(name) ?? { owner, parts: new Map<number, Buffer>(), bytes: 0 }
    upload.bytes += bytes.length - (upload.parts.get(part)?.length ?? 0)
    upload.parts.set(part, bytes)
    this.uploads.set(name, upload)
    this.dropOldest(MOST_UNSENT_BYTES, (each) => each.owner === owner)
    this.dropOldest(MOST_UNSENT_OF_ALL, () => true)
  }

  /** Uploads that were begun and never sent must not fill the memory: the oldest go first. */
  private dropOldest(most: number, isMeant: (upload: Upload) => boolean): void {
    const meant = [...this.uploads].filter(([, upload]) => isMeant(upload))
    let total = meant.reduce((sum, [, { bytes }]) => sum + bytes, 0)
    for (const [name, { bytes }] of meant) {
      if (total <= most) return
      total -= bytes
      this.uploads.delete(name)
    }
  }

  /** The whole of an upload. @throws FILE_PARTS_INVALID, FILE_PART_n_MISSING */
  assemble(owner: number, fileId: bigint, count: number): Buffer {
    const known = this.uploads.get(`${owner}/${fileId}`)
    if (count < 1 || count > MOST_PARTS) throw badRequest('FILE_PARTS_INVALID')
    const all: Buffer[] = []
    for (let part = 0; part < count; part++) {
      const bytes = known?.parts.get(part)
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
      Partial<Pick<StoredDocument, 'attributes' | 'sizeBytes'>>,
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
