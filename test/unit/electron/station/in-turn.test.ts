import { expect, it } from 'vitest';
import { createInTurn } from '../../../../electron/station/in-turn.ts';

it('begins each work once the one before has ended, well or not', async () => {
  const inTurn = createInTurn();
  const course: string[] = [];
  const work = (name: string, isFailing: boolean) => async () => {
    course.push(`${name} begins`);
    await Promise.resolve();
    course.push(`${name} ends`);
    if (isFailing) throw new Error(name);
    return name;
  };
  const answers = await Promise.allSettled([
    inTurn(work('first', false)),
    inTurn(work('second', true)),
    inTurn(work('third', false)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(course).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
});
