import type { Metadata } from 'next';
import { Cite } from '@/components/prose/cite';
import { Value } from '@/components/prose/value';
import { href } from '@/lib/site';

export const metadata: Metadata = {
  title: 'About',
  description:
    'How this field guide is made, what its numbers rest on, what it corrects in common accounts, and how to correct it.',
};

export default function Page() {
  return (
    <div className="page">
      <h1 className="page-title">How this guide is made</h1>
      <div className="page-text">
        <p className="page-lead">
          It is written for a student who wants to understand, a lecturer who wants to check, and a
          school that wants to host it on a server of its own.
        </p>
        <h2 id="numbers">Where the numbers come from</h2>
        <p>
          A number is kept together with its unit, the work it is from, the place in that work, and
          a word on how we know it: <em>reported</em> by the source, <em>estimated</em> by somebody,
          or <em>derived</em> by a formula of ours. We also keep which text was read, the work
          itself or another that quotes it. What nobody has seen in a text stays off the pages. The
          text, the tables and the figures all read the same <a href={href('/data/')}>datasets</a>,
          so they cannot disagree.
        </p>
        <h2 id="corrections">What we corrected, and why</h2>
        <p>Accounts of ImageNet often put these in one column. They do not belong together.</p>
        <ul className="plain-list">
          <li>
            <strong>
              AlexNet, “<Value id="imagenet-backbones.alexnet-ensemble-7-test.top5_error" />
              ”.
            </strong>{' '}
            This is seven networks voting, two of them trained on more data first. One network had{' '}
            <Value id="imagenet-backbones.alexnet-10-crop-val.top5_error" /> on the validation
            images. <Cite id="krizhevsky-2012" />
          </li>
          <li>
            <strong>
              VGG, “<Value id="imagenet-backbones.vgg-ensemble-7-test.top5_error" />”
            </strong>{' '}
            and{' '}
            <strong>
              GoogLeNet, “
              <Value id="imagenet-backbones.googlenet-ensemble-7-144-crop-test.top5_error" />
              ”.
            </strong>{' '}
            Both are votes of seven networks. One GoogLeNet looking once at each image has{' '}
            <Value id="imagenet-backbones.googlenet-single-crop-val.top5_error" />.{' '}
            <Cite id="simonyan-2014, szegedy-2014" />
          </li>
          <li>
            <strong>
              ResNet-152, “<Value id="imagenet-backbones.resnet-ensemble-6-test.top5_error" />
              ”.
            </strong>{' '}
            The number belongs to six networks of different depths. ResNet-152 alone has{' '}
            <Value id="imagenet-backbones.resnet-152-10-crop-val.top5_error" /> with ten crops.{' '}
            <Cite id="he-2015" />
          </li>
          <li>
            <strong>DenseNet, “about 3.5%”.</strong> It was no contest entry. Its{' '}
            <Value id="quantities.densenet-cifar-10-error" /> is an error on CIFAR-10, another data
            set; on ImageNet, DenseNet-201 has{' '}
            <Value id="imagenet-backbones.densenet-201-single-crop-val.top5_error" /> with one crop.{' '}
            <Cite id="huang-2016" />
          </li>
          <li>
            <strong>“The theory of transfer.”</strong> Yosinski and colleagues measured transfer
            between two halves of ImageNet. It is an experiment, and a good one; it contains no
            theory. <Cite id="yosinski-2014" />
          </li>
        </ul>
        <h2 id="correct-us">How to correct us</h2>
        <p>
          Every value is a line in a file under <code>data/</code>. Change it together with its
          source and its place in the source; one command, <code>npm run check:content</code>, says
          whether it still holds together. The README of the code says how to add a chapter, a
          dataset or a figure.
        </p>
        <h2 id="privacy">What it does not do</h2>
        <p>
          No page asks another server for anything. There are no cookies, no accounts and no
          counters. Your choice of theme is kept in your browser and nowhere else.
        </p>
        <h2 id="licence">Licences and type</h2>
        <p>
          Text and data: Creative Commons Attribution 4.0. Code: MIT. Set in Source Serif 4 and
          Source Sans 3, under the SIL Open Font Licence.
        </p>
      </div>
    </div>
  );
}
