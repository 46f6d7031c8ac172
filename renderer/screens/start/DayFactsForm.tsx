import { dateText } from '../../text/format.ts';
import { PinField, TextField } from '../../components/TextField.tsx';

/** Who makes the day, and what day it is. */
export interface DayFacts {
  readonly name: string;
  readonly pin: string;
  readonly pinAgain: string;
  readonly title: string;
  readonly site: string;
  readonly plan: string;
  readonly date: string;
}

export type DayFactProblems = Partial<Record<keyof DayFacts, string>>;

/** What still keeps the facts from being taken; an empty record when nothing does. */
export function dayFactProblems(facts: DayFacts): DayFactProblems {
  const problems: DayFactProblems = {};
  if (facts.name.trim() === '') problems.name = '请填写主考姓名';
  if (facts.pin.length < 4) problems.pin = '请设 4 至 8 位数字';
  else if (facts.pinAgain !== facts.pin) problems.pinAgain = '两次输入的 PIN 不一致';
  if (facts.title.trim() === '') problems.title = '请填写考试名称';
  if (facts.site.trim() === '') problems.site = '请填写考核站点';
  if (facts.plan.trim() === '') problems.plan = '请填写计划编号或名称';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(facts.date)) problems.date = '请选择考试日期';
  return problems;
}

interface DayFactsFormProps {
  readonly facts: DayFacts;
  readonly onChange: (facts: DayFacts) => void;
  readonly problems: DayFactProblems;
}

export function DayFactsForm({ facts, onChange, problems }: DayFactsFormProps) {
  function bind(key: keyof DayFacts) {
    return {
      value: facts[key],
      onChange: (value: string) => onChange({ ...facts, [key]: value }),
      problem: problems[key] ?? null,
    };
  }
  return (
    <>
      <section className="card">
        <h2 className="card-title">主考</h2>
        <div className="form-grid form-grid-3">
          <TextField label="主考姓名" maxLength={50} {...bind('name')} />
          <PinField label="主考 PIN" hint="4–8 位数字，批准事项时用" {...bind('pin')} />
          <PinField label="再输一次 PIN" {...bind('pinAgain')} />
        </div>
      </section>
      <section className="card">
        <h2 className="card-title">考核日</h2>
        <div className="form-grid form-grid-2">
          <TextField
            label="考试名称"
            maxLength={100}
            hint="如：2022年11月 1+X Python 程序开发（中级）"
            {...bind('title')}
          />
          <TextField label="考核站点" maxLength={100} hint="印在文书上的站点全称" {...bind('site')} />
          <TextField label="计划编号或名称" maxLength={60} hint="与名单所属的考核计划一致" {...bind('plan')} />
          <TextField label="考试日期" type="date" hint={dateText(facts.date)} {...bind('date')} />
        </div>
      </section>
    </>
  );
}
