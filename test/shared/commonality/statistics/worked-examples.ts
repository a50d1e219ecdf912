import type { Fourfold } from '../../../../shared/commonality/statistics/fourfold.ts'
import { fourfold } from './made-tables.ts'

/** A table with its figures as they must come out. */
export interface WorkedExample {
  readonly from: string
  readonly table: Fourfold
  /** Two-sided, at most as many, at least as many. */
  readonly fisher: readonly [number, number, number]
  readonly g: number
  readonly gP: number
  /** Value and 95 % interval. */
  readonly share: readonly [number, number, number]
  readonly odds: readonly [number, number, number]
}

/**
 * Fisher's probabilities are quotients of whole numbers: sums of products of binomial coefficients, added exactly
 * (Python's `fractions` and `math.comb`) and rounded once. The other figures are the plain formulas in double precision,
 * G's probability by `math.erfc`. The published figures of the first four agree with them to the digits printed:
 * Fisher 1935 (.486 and .243); R's example of `fisher.test` (.0005367); Doll and Hill 1950 as worked by Agresti (odds
 * ratio 14.0, 3.3 to 59.3); Physicians' Health Study in the same book (ratio 1.82, 1.43 to 2.31; odds 1.83, 1.44 to 2.33).
 */
export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  {
    from: 'the lady tasting tea',
    table: fourfold(3, 1, 1, 3),
    fisher: [4.857142857142857e-1, 9.857142857142858e-1, 2.428571428571429e-1],
    g: 2.092992575058,
    gP: 1.47975959385e-1,
    share: [3, 0.5012843093869408, 17.953883318244678],
    odds: [9, 0.3666369319255455, 220.92700692915741],
  },
  {
    from: 'convicted twins',
    table: fourfold(10, 3, 2, 15),
    fisher: [5.367241191434358e-4, 9.999845190186861e-1, 4.65180943362905e-4],
    g: 14.02023337584,
    gP: 1.808540354613e-4,
    share: [6.538461538461539, 1.719886056531226, 24.857157907405043],
    odds: [25, 3.5215873523304375, 177.47678460578337],
  },
  {
    from: 'smoking and cancer of the lung',
    table: fourfold(647, 2, 622, 27),
    fisher: [1.280673828049272e-6, 9.999999576478278e-1, 6.403369140246362e-7],
    g: 26.139703473465,
    gP: 3.175860944208e-7,
    share: [1.040192926045016, 1.0230783363622804, 1.0575938175382757],
    odds: [14.042604501607718, 3.325328810575598, 59.30082479706417],
  },
  {
    from: 'aspirin and heart attacks',
    table: fourfold(189, 10_845, 104, 10_933),
    fisher: [5.032835599722745e-7, 9.999998263064743e-1, 3.252710905458003e-7],
    g: 25.371959039123,
    gP: 4.727401604071e-7,
    share: [1.8178017944535074, 1.4330309030505628, 2.3058842324224456],
    odds: [1.8320539419087136, 1.4400423918486223, 2.3307797500006404],
  },
  {
    from: '93 of 100 failing calls, 4 of 100 working ones',
    table: fourfold(93, 7, 4, 96),
    fisher: [1.520993192794853e-42, 1, 7.604965963974267e-43],
    g: 192.762226283081,
    gP: 7.932662734967e-44,
    share: [23.25, 8.887255757401784, 60.82445636267308],
    odds: [318.85714285714283, 90.34236313580537, 1125.3843050152136],
  },
  {
    from: 'a cell that is empty',
    table: fourfold(21, 79, 0, 100),
    fisher: [2.952610735740176e-7, 1, 1.476305367870088e-7],
    g: 31.581551620395,
    gP: 1.912377604337e-8,
    share: [43, 2.6404394213018714, 700.262231007121],
    odds: [54.35849056603774, 3.24254116369995, 911.2746292004952],
  },
  {
    from: 'few expected, none of the working inside',
    table: fourfold(12, 88, 0, 900),
    fisher: [5.376186525723241e-13, 1, 5.376186525723241e-13],
    g: 56.618789365033,
    gP: 5.290391027454e-14,
    share: [223.01980198019803, 13.303831392688886, 3738.6096235870923],
    odds: [254.37853107344634, 14.934936980548933, 4332.688993288672],
  },
  {
    from: 'many records, few expected',
    table: fourfold(30, 970, 1, 99_000),
    fisher: [1.98710062068216e-59, 1, 1.98710062068216e-59],
    g: 268.395084531176,
    gP: 2.539202737094e-60,
    share: [2970.0299999999997, 405.42628800940076, 21_757.538822187722],
    odds: [3061.855670103093, 417.13537676753555, 22_474.622548657655],
  },
  {
    from: 'nothing shared',
    table: fourfold(4, 6, 3, 7),
    fisher: [1, 8.250773993808049e-1, 5e-1],
    g: 0.220346180102,
    gP: 6.387762730257e-1,
    share: [1.3333333333333335, 0.39621097826493207, 4.486947296521001],
    odds: [1.5555555555555556, 0.2441044347338432, 9.912778065904893],
  },
  {
    from: 'every record inside',
    table: fourfold(5, 0, 5, 0),
    fisher: [1, 1, 1],
    g: 0,
    gP: 1,
    share: [1, 0.7109267089154642, 1.4066147571323127],
    odds: [1, 0.016668555573468226, 59.99320070610834],
  },
]
