/** What cannot be made ready: one sentence, and the command that helps. */
export class NotReady extends Error {
  /**
   * @param {string} sentence
   * @param {string} [command]
   */
  constructor(sentence, command) {
    super(sentence)
    this.command = command
  }
}
