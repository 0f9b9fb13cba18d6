import django.db.models.deletion
import footprint.vault.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0007_opinion_override'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('invited', footprint.vault.fields.SealedText()),
                ('invited_at', models.DateTimeField()),
                ('on', models.DateField()),
                ('outcome', models.CharField(blank=True, choices=[('held', 'We met'), ('declined', 'They do not want to meet'), ('no_answer', 'They did not come, or did not answer')], max_length=10)),
                ('outcome_at', models.DateTimeField(null=True)),
                ('agreed', footprint.vault.fields.SealedText(blank=True)),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='incidents.incident')),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('outcome_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('outcome_at__isnull', True), ('outcome_by__isnull', True)), models.Q(models.Q(('outcome', ''), _negated=True), ('outcome_at__isnull', False), ('outcome_by__isnull', False)), _connector='OR'), name='a_meeting_that_ended_says_when_and_by_whom'), models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('incident',), name='one_waiting_meeting_of_an_incident')],
            },
        ),
    ]
