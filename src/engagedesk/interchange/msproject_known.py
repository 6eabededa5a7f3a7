"""Which elements of a Microsoft Project file the plan takes over, and which follow from others.

Whatever is in neither list is counted by name and shown: nothing is dropped in silence.
"""

from __future__ import annotations

from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


TASK_TAKEN: Final = _names(
    "UID GUID ID Name Manual Type IsNull OutlineNumber OutlineLevel Start Finish Duration DurationFormat Work "
    "Milestone Summary PercentComplete ActualStart ActualFinish ConstraintType ConstraintDate Deadline Notes "
    "PredecessorLink ExtendedAttribute Baseline ExternalTask Active Contact"
)
TASK_DERIVED: Final = _names(
    # Project reckons these from what is taken over, or they say how it draws a task.
    "CreateDate WBS WBSLevel ManualStart ManualFinish ManualDuration Stop Resume ResumeValid EffortDriven "
    "OverAllocated Estimated DisplayAsSummary Critical IsSubproject IsSubprojectReadOnly EarlyStart EarlyFinish "
    "LateStart LateFinish StartVariance FinishVariance WorkVariance FreeSlack TotalSlack StartSlack FinishSlack "
    "FixedCostAccrual PercentWorkComplete ActualDuration ActualWork RegularWork RemainingDuration RemainingWork "
    "LevelAssignments LevelingCanSplit LevelingDelayFormat PreLeveledStart PreLeveledFinish "
    "IgnoreResourceCalendar HideBar Rollup EarnedValueMethod IsPublished CommitmentType StartText FinishText "
    "DurationText ActualWorkProtected FreeformDurationFormat Recurring"
)
TASK_KNOWN: Final = TASK_TAKEN | TASK_DERIVED
TASK_DEFAULTS: Final = frozenset((("Priority", "500"), ("CalendarUID", "-1")))

RESOURCE_KNOWN: Final = _names(
    "UID GUID ID Name Type IsNull Initials EmailAddress CalendarUID IsGeneric OverAllocated CanLevel AccrueAt "
    "Work RegularWork RemainingWork ActualWork PercentWorkComplete WorkVariance StandardRateFormat "
    "OvertimeRateFormat Start Finish CreationDate IsInactive IsEnterprise BookingType WorkGroup IsCostResource "
    "IsBudget AvailableFrom AvailableTo PeakUnits ActualWorkProtected NTAccount WindowsUserAccount AssnOwner"
)
RESOURCE_DEFAULTS: Final = frozenset((("MaxUnits", "1"), ("MaxUnits", "1.0"), ("MaxUnits", "1.00")))

ASSIGNMENT_KNOWN: Final = _names(
    "UID GUID TaskUID ResourceUID Units Start Finish Work RemainingWork RegularWork PercentWorkComplete "
    "ActualWork ActualStart ActualFinish Stop Resume StartVariance FinishVariance WorkVariance HasFixedRateUnits "
    "FixedMaterial Milestone Confirmed ResponsePending UpdateNeeded Overallocated LinkedFields Summary "
    "BookingType CreationDate AssnOwner AssnOwnerGuid ActualWorkProtected WorkContour CostRateTable "
    "LevelingDelayFormat RateScale DelayFormat VAC Delay BudgetWork"
)

PROJECT_KNOWN: Final = _names(
    # What a program says of itself and of how it shows a plan.
    "SaveVersion BuildNumber UID GUID Name Title Company CreationDate Revision LastSaved ScheduleFromStart "
    "StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencySymbolPosition "
    "CurrencyCode CalendarUID BaselineCalendar DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek "
    "DaysPerMonth DefaultTaskType DefaultFixedCostAccrual DefaultStandardRate DefaultOvertimeRate DurationFormat "
    "WorkFormat EditableActualCosts HonorConstraints EarnedValueMethod InsertedProjectsLikeSummary "
    "MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated SplitsInProgressTasks SpreadActualCost "
    "SpreadPercentComplete TaskUpdatesResource FiscalYearStart WeekStartDay MoveCompletedEndsBack "
    "MoveRemainingStartsBack MoveRemainingStartsForward MoveCompletedEndsForward BaselineForEarnedValue "
    "AutoAddNewResourcesAndTasks StatusDate CurrentDate MicrosoftProjectServerURL Autolink NewTaskStartDate "
    "NewTasksAreManual DefaultTaskEVMethod ProjectExternallyEdited ExtendedCreationDate ActualsInSync "
    "RemoveFileProperties AdminProject UpdateManuallyScheduledTasksWhenEditingLinks "
    "KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled Author Manager Subject Category Keywords LastAuthor "
    "Template ExtendedAttributes Calendars Tasks Resources Assignments"
)
"""Names of the project's own values; a container that is empty is among its values too."""
CONTAINERS_KNOWN: Final = frozenset(("ExtendedAttributes",))
