import { expect, test } from 'vitest';
import { findValue } from '@/lib/values';

test('a value is found by dataset, row and column', () => {
  const found = findValue('models.alexnet.parameters');
  expect(found).toMatchObject({
    dataset: 'models',
    row: { id: 'alexnet', name: 'AlexNet' },
    column: { key: 'parameters', unit: 'parameters' },
    cell: { value: 60_000_000, unit: 'parameters', source: 'krizhevsky-2012' },
  });
});

test('the column of a single quantity may be left out', () => {
  expect(findValue('quantities.ilsvrc-2012-training-images').cell.value).toBe(1_281_167);
  expect(findValue('quantities.ilsvrc-2012-training-images')).toEqual(
    findValue('quantities.ilsvrc-2012-training-images.quantity'),
  );
});

test.each([
  ['', 'no dataset ""'],
  ['model.alexnet.parameters', 'no dataset "model"'],
  ['toString.alexnet.parameters', 'no dataset "toString"'],
  ['models.alexnut.parameters', 'no row "alexnut" in the dataset "models"'],
  ['models', 'no row "" in the dataset "models"'],
  ['models.alexnet.parameter', 'no sourced column "parameter" in "models"'],
  ['models.alexnet', 'no sourced column "quantity" in "models"'],
  ['models.alexnet.name', 'no sourced column "name" in "models"'],
  ['models.gpt-4.parameters', '"models.gpt-4.parameters" has no value that was seen in a source'],
])('the address "%s" is answered with: %s', (address, message) => {
  expect(() => findValue(address)).toThrow(message);
});
