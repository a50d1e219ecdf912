/** The server cannot start as asked: one sentence for the person at the command line. */
export class ServeProblem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'ServeProblem'
  }
}
