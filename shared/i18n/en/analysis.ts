/** Commonality analysis: findings, why, examples, history, fix confirmation. */
export const analysis = {
  title: 'Analysis',
  columns: {
    question: 'Records and what failing means',
    findings: 'Findings',
    beside: 'Examples and report',
  },
}
