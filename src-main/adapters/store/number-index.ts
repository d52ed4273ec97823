const blockSize = 1024
/** Columns of a block: message number, ticket, seq of the event it arrived by, seq of its newest text. */
type Block = {
  count: number
  readonly columns: readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
}

/** Where a message is: its ticket (by {@link Names} number) and the events that hold it. */
export interface Whereabouts {
  readonly ticket: number
  readonly arrivedSeq: number
  readonly textSeq: number
}

/**
 * The messages of one chat by number, at sixteen bytes each. Numbers mostly come in order and go to the end;
 * those that do not, such as history fetched later, are put in their place without moving more than one block.
 */
export class NumberIndex {
  private readonly blocks: Block[] = []

  /** Tells where a message arrived. The first word stands: a message arrives once. */
  add(number: number, ticket: number, seq: number): void {
    const last = this.blocks[this.blocks.length - 1]
    if (last === undefined || number > largest(last)) {
      const block = last === undefined || last.count === blockSize ? this.newBlock(this.blocks.length) : last
      put(block, block.count, number, ticket, seq)
      return
    }
    const at = this.blockFor(number)
    const block = this.blocks[at] as Block
    const place = placeIn(block, number)
    if (place < block.count && block.columns[0][place] === number) return
    if (block.count < blockSize) {
      put(block, place, number, ticket, seq)
      return
    }
    const right = this.newBlock(at + 1)
    split(block, right)
    if (place > block.count) put(right, place - block.count, number, ticket, seq)
    else put(block, place, number, ticket, seq)
  }

  /** Tells that the newest text of a message is now in another event. Unknown messages are left alone. */
  edit(number: number, seq: number): void {
    const found = this.locate(number)
    if (found !== null) found.block.columns[3][found.place] = seq
  }

  find(number: number): Whereabouts | null {
    const found = this.locate(number)
    if (found === null) return null
    const [, tickets, arrived, texts] = found.block.columns
    return {
      ticket: tickets[found.place] as number,
      arrivedSeq: arrived[found.place] as number,
      textSeq: texts[found.place] as number,
    }
  }

  private locate(number: number): { readonly block: Block; readonly place: number } | null {
    const block = this.blocks[this.blockFor(number)]
    if (block === undefined) return null
    const place = placeIn(block, number)
    return place < block.count && block.columns[0][place] === number ? { block, place } : null
  }

  /** The first block whose largest number is not below `number`. */
  private blockFor(number: number): number {
    let low = 0
    let high = this.blocks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (largest(this.blocks[middle] as Block) < number) low = middle + 1
      else high = middle
    }
    return low
  }

  private newBlock(at: number): Block {
    const column = () => new Uint32Array(blockSize)
    const block: Block = { count: 0, columns: [column(), column(), column(), column()] }
    this.blocks.splice(at, 0, block)
    return block
  }
}

function largest(block: Block): number {
  return block.columns[0][block.count - 1] ?? 0
}

/** The first place in a block whose number is not below `number`. */
function placeIn(block: Block, number: number): number {
  const numbers = block.columns[0]
  let low = 0
  let high = block.count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}

function put(block: Block, place: number, number: number, ticket: number, seq: number): void {
  if (place < block.count)
    for (const column of block.columns) column.copyWithin(place + 1, place, block.count)
  block.columns[0][place] = number
  block.columns[1][place] = ticket
  block.columns[2][place] = seq
  block.columns[3][place] = seq
  block.count++
}

function split(left: Block, right: Block): void {
  const half = blockSize / 2
  left.columns.forEach((column, at) => {
    right.columns[at]?.set(column.subarray(half, left.count))
  })
  right.count = left.count - half
  left.count = half
}
