/** Children of a place in the heap: four, since a wide heap is shallow and its neighbours lie side by side. */
const width = 4
const firstRoom = 256

/**
 * When what has to be looked at: a heap with an index, so that an id's time can be changed in O(log n). Two ids
 * at the same time come in the order of their names, so that every process sees the same order. Ids go by a
 * number of their own, so that a million of them are a few flat arrays.
 */
export class Agenda {
  private readonly numbers = new Map<string, number>()
  private readonly ids: string[] = []
  /** Numbers that are nobody's any more. */
  private readonly free: number[] = []
  /** By place in the heap: when (epoch ms), and whose number. */
  private times = new Float64Array(firstRoom)
  private heap = new Int32Array(firstRoom)
  /** By number: its place in the heap. */
  private places = new Int32Array(firstRoom)
  private count = 0

  get size(): number {
    return this.count
  }

  /** Sets an id's time (epoch ms), or takes it off with null. */
  update(id: string, at: number | null): void {
    const number = this.numbers.get(id)
    if (number === undefined) {
      if (at !== null) this.add(id, at)
      return
    }
    const place = this.places[number] as number
    if (at === null) this.remove(id, number, place)
    else {
      const was = this.times[place] as number
      if (at < was) this.rise(place, number, at)
      else if (at > was) this.sink(place, number, at)
    }
  }

  /** The earliest time of all (epoch ms); null for an empty agenda. */
  next(): number | null {
    return this.count === 0 ? null : (this.times[0] as number)
  }

  /** Ids whose time has come at `now`, earliest first. They stay until updated. */
  due(now: number): readonly string[] {
    const due: number[] = []
    const places = this.isDue(0, now) ? [0] : []
    for (let place = places.pop(); place !== undefined; place = places.pop()) {
      due.push(place)
      for (let child = width * place + 1; child <= width * place + width; child++)
        if (this.isDue(child, now)) places.push(child)
    }
    due.sort((one, other) =>
      this.isBefore(one, this.times[other] as number, this.heap[other] as number) ? -1 : 1,
    )
    return due.map((place) => this.ids[this.heap[place] as number] as string)
  }

  private isDue(place: number, now: number): boolean {
    return place < this.count && (this.times[place] as number) <= now
  }

  private add(id: string, at: number): void {
    const number = this.free.pop() ?? this.ids.length
    this.ids[number] = id
    this.numbers.set(id, number)
    if (this.count === this.heap.length) this.grow()
    this.rise(this.count++, number, at)
  }

  private remove(id: string, number: number, place: number): void {
    this.numbers.delete(id)
    this.ids[number] = ''
    this.free.push(number)
    this.count--
    if (place === this.count) return
    const at = this.times[this.count] as number
    const moved = this.heap[this.count] as number
    if (place > 0 && this.isAfter((place - 1) >> 2, at, moved)) this.rise(place, moved, at)
    else this.sink(place, moved, at)
  }

  /** Numbers are fewer than places: one that is free is taken first. */
  private grow(): void {
    const grown = <A extends Float64Array | Int32Array>(from: A, to: A): A => {
      to.set(from)
      return to
    }
    const room = this.heap.length * 2
    this.times = grown(this.times, new Float64Array(room))
    this.heap = grown(this.heap, new Int32Array(room))
    this.places = grown(this.places, new Int32Array(room))
  }

  /** Puts a number at a place or above it, moving down what comes after it. */
  private rise(from: number, number: number, at: number): void {
    let place = from
    while (place > 0) {
      const parent = (place - 1) >> 2
      if (!this.isAfter(parent, at, number)) break
      this.put(place, this.heap[parent] as number, this.times[parent] as number)
      place = parent
    }
    this.put(place, number, at)
  }

  /** Puts a number at a place or below it, moving up what comes before it. */
  private sink(from: number, number: number, at: number): void {
    let place = from
    for (;;) {
      const first = width * place + 1
      if (first >= this.count) break
      const end = Math.min(first + width, this.count)
      let least = first
      for (let child = first + 1; child < end; child++)
        if (this.isBefore(child, this.times[least] as number, this.heap[least] as number)) least = child
      if (!this.isBefore(least, at, number)) break
      this.put(place, this.heap[least] as number, this.times[least] as number)
      place = least
    }
    this.put(place, number, at)
  }

  private put(place: number, number: number, at: number): void {
    this.times[place] = at
    this.heap[place] = number
    this.places[number] = place
  }

  /** Whether what is at a place comes before a number at a time. */
  private isBefore(place: number, at: number, number: number): boolean {
    const time = this.times[place] as number
    if (time !== at) return time < at
    return (this.ids[this.heap[place] as number] as string) < (this.ids[number] as string)
  }

  private isAfter(place: number, at: number, number: number): boolean {
    const time = this.times[place] as number
    if (time !== at) return time > at
    return (this.ids[this.heap[place] as number] as string) > (this.ids[number] as string)
  }
}
