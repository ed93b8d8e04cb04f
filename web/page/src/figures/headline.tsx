import type { Figures, Rate } from "../api/types";
import { useWords } from "../words/language";
import { percent } from "./rates";

function Total({ name, value, of }: { name: string; value: string | number; of?: string }) {
  return (
    <div class="number">
      <dt>{name}</dt>
      <dd>
        <span class="figure">{value}</span>
        {of && <span class="faint">{of}</span>}
      </dd>
    </div>
  );
}

// The figures that are asked for first; a rate never stands without what it is made of.
export function Headline({ figures }: { figures: Figures }) {
  const t = useWords();
  const parts = (rate: Rate): string => t.partOf(rate.part, rate.of);
  const { intake, resolutions } = figures;
  return (
    <dl class="numbers">
      <Total name={t.intake} value={intake.cases} />
      <Total name={t.resolved} value={intake.resolved} />
      <Total name={t.resolutionRate} value={percent(intake.resolution_rate)} of={parts(intake.resolution_rate)} />
      <Total
        name={t.successRate}
        value={percent(resolutions.mediation_success_rate)}
        of={parts(resolutions.mediation_success_rate)}
      />
      <Total name={t.relapseRate} value={percent(resolutions.relapse_rate)} of={parts(resolutions.relapse_rate)} />
      <Total name={t.inHand} value={figures.cases_in_hand} />
      <Total name={t.emergencies} value={intake.emergencies} />
    </dl>
  );
}
